import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState } from 'react';
import type { Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';
import { latestEnd } from './end-choice';
import { scopeChanges } from './scope-changes';
import { scopeWords } from './scope-words';

export interface UseEverywhereProps {
  panel: Panel;
  now: number;
  /** Takes my end here for all of my projects. */
  onConfirm(): void;
}

/** The server lets the longest time be exceeded by what a click takes. */
const TOLERATED_MS = 60_000;

/** While online here: the same in all of my projects, after saying what that does. Nothing where it would do nothing. */
export function UseEverywhere({ panel, now, onConfirm }: UseEverywhereProps) {
  const texts = useTexts();
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);
  const { until } = panel.me;
  const changes = scopeChanges(panel, until === null ? null : Date.parse(until), now);
  const words = scopeWords(texts, changes, now);
  // Chosen before an admin made the longest time shorter, it would be refused anywhere else.
  const latest = latestEnd(panel.longestMinutes, now);
  const isAllowed = latest === null || until === null || Date.parse(until) <= latest + TOLERATED_MS;
  const isNeeded = words.length > 0 && isAllowed;
  useEffect(() => {
    if (!isNeeded) setAsking(false);
  }, [isNeeded]);
  if (!isNeeded) return null;

  function cancel(): void {
    setAsking(false);
    requestAnimationFrame(() => opener.current?.focus());
  }

  if (!asking)
    return (
      <div className="agent-everywhere-opener">
        <Button ref={opener} appearance="subtle" spacing="compact" onClick={() => setAsking(true)}>
          {texts.t('agent.useEverywhere')}
        </Button>
      </div>
    );
  return (
    <div
      className="agent-everywhere"
      role="group"
      aria-label={texts.t('agent.useEverywhere')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        cancel();
      }}
    >
      <p id={`${id}-does`}>{words.join(' ')}</p>
      <div className="fd-actions">
        <Button
          autoFocus
          aria-describedby={`${id}-does`}
          onClick={() => {
            setAsking(false);
            onConfirm();
          }}
        >
          {texts.t('agent.useEverywhere')}
        </Button>
        <Button appearance="subtle" onClick={cancel}>
          {texts.t('agent.cancel')}
        </Button>
      </div>
    </div>
  );
}
