import { useState } from 'react';
import type { ClosureRow } from '../../../src/contract/clock';
import { ClosuresSection } from '../../../static/closures/closures-section';
import { wallClock } from '../../../static/closures/closure-entry';
import { fakeResolver, ok, refused } from '../fake-resolver';
import { renderPage } from '../render-page';

export const TEN = Date.parse('2026-11-22T10:00:00.000Z');
export const HOUR = 60 * 60_000;
export const iso = (inHours: number): string => new Date(TEN + inHours * HOUR).toISOString();
export const local = (inHours: number): string => wallClock(TEN + inHours * HOUR);

export const closure = (closureId: string, from: number, until: number, message = ''): ClosureRow => ({
  closureId,
  from: iso(from),
  until: iso(until),
  message,
  by: { accountId: 'pia', name: 'Pia Park', avatarUrl: null },
});

interface Stored {
  closures: ClosureRow[];
  /** What somebody else does; the card learns of it by the next answer. */
  set(closures: ClosureRow[]): void;
}

interface CardProps {
  stored: Stored;
  /** Times that another part of the page proposes. */
  proposal?: { from: string; until: string };
  onTyped?: (typed: unknown) => void;
}

function Card({ stored, proposal, onTyped }: CardProps) {
  const [closures, setClosures] = useState(stored.closures);
  const [proposed, setProposed] = useState<typeof proposal | null>(null);
  return (
    <>
      <button type="button" onClick={() => setProposed(proposal ?? null)}>
        Propose
      </button>
      <ClosuresSection
        {...{ proposed: proposed ?? null, ...(onTyped && { onTyped }) }}
        projectId="10001"
        chatEnabled
        closures={closures}
        now={TEN}
        onAnswer={(answer) => setClosures(answer.closures)}
        onStale={() => setClosures(stored.closures)}
      />
    </>
  );
}

/** The card of a project with these closures, which are stored as the server stores them. */
export async function openWith(...closures: ClosureRow[]) {
  return openCard(closures, {});
}

export function openCard(closures: ClosureRow[], props: Omit<CardProps, 'stored'>) {
  const stored: Stored = {
    closures,
    set: (theirs) => {
      stored.closures = theirs;
    },
  };
  const rows = () => stored.closures;
  const answer = () => ok({ now: iso(0), closures: rows() });
  const { answers, payloads } = fakeResolver({
    saveClosure: (payload) => {
      const { closureId = payload.operationId, from, until, message = '' } = payload;
      const known = rows().find((row) => row.closureId === closureId);
      if (payload.closureId !== undefined && known?.message !== payload.seen?.message)
        return refused('conflict');
      const changed = { ...closure(closureId, 0, 0, message), from: from ?? known?.from ?? iso(0), until };
      stored.set([...rows().filter((row) => row.closureId !== closureId), changed]);
      return answer();
    },
    endClosure: ({ closureId }) => {
      stored.set(rows().filter((row) => row.closureId !== closureId));
      return answer();
    },
  });
  renderPage(<Card stored={stored} {...props} />);
  return { answers, asked: () => payloads('saveClosure'), rows, set: stored.set };
}
