import { useEffect, useState } from 'react';
import type { Hours } from '../../../../src/domain/clock/schedule';
import { hoursProblems } from './hours-choice';

type OpenSpans = (typeof import('../../../../src/domain/clock/outlook'))['openSpans'];

/** How far ahead the next change is looked for. */
const AHEAD_MS = 8 * 24 * 60 * 60_000;

export interface OpenNow {
  /** Null: not known, or different from customer to customer. */
  open: boolean | null;
  /** Epoch ms. */
  changesAt: number | null;
}

/** Do hours let the chat be seen at `now`? What knows of time zones is loaded once hours need it. */
export function useOpenNow(hours: Hours, now: number): OpenNow {
  const [known, setKnown] = useState<{ openSpans: OpenSpans } | null>(null);
  const isNeeded = hours.mode === 'project';
  useEffect(() => {
    if (!isNeeded) return undefined;
    let isGone = false;
    import('../../../../src/domain/clock/outlook')
      .then(({ openSpans }) => !isGone && setKnown({ openSpans }))
      // The table stands without it.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [isNeeded]);
  if (hours.mode === 'always') return { open: true, changesAt: null };
  if (hours.mode === 'customer' || !known || hoursProblems(hours).length > 0)
    return { open: null, changesAt: null };
  const spans = known.openSpans(hours, now, now + AHEAD_MS);
  const running = spans.find(({ from, to }) => from <= now && now < to);
  const next = running ? running.to : spans.find(({ from }) => from > now)?.from;
  return { open: running !== undefined, changesAt: next ?? null };
}
