import Button from '@atlaskit/button/new';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import CrossIcon from '@atlaskit/icon/core/cross';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../../src/domain/errors';
import { useAnnounce } from '../../app/announcer';
import { errorText } from '../../app/error-text';
import { useStore } from '../../app/store';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import type { Undone, UndoStore } from './undo-store';
import './undo.css';

export interface UndoBarProps {
  store: UndoStore;
  /** Where the focus goes that was in it. */
  onLeft(): void;
}

/** What was done just now, and for ten seconds the way back (rule D8): whatever chat is open by then. */
export function UndoBar({ store, onLeft }: UndoBarProps) {
  const { t } = useTexts();
  const items = useStore(store, (state) => state.items);
  return (
    <div className="undo-bar" role="region" aria-label={t('undo.region')}>
      {items.map((item) => (
        <UndoCard key={item.id} {...{ item, store, onLeft }} />
      ))}
    </div>
  );
}

function UndoCard({ item, store, onLeft }: UndoBarProps & { item: Undone }) {
  const texts = useTexts();
  const { t } = texts;
  const announce = useAnnounce();
  const card = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(false);
  const { id, until, undoing, failure } = item;

  const leave = useRef<() => void>(() => undefined);
  useEffect(() => {
    leave.current = () => {
      const hadFocus = card.current?.contains(document.activeElement) ?? false;
      store.drop(id);
      if (hadFocus) onLeft();
    };
  });
  useEffect(() => {
    // It does not go under a pointer or a focus that is about to use it, nor before somebody read why it failed.
    if (held || undoing || failure) return undefined;
    const timer = setTimeout(() => leave.current(), Math.max(0, until - performance.now()));
    return () => clearTimeout(timer);
  }, [held, undoing, failure, until]);

  async function undo(): Promise<void> {
    const hadFocus = card.current?.contains(document.activeElement) ?? false;
    await store.undo(id);
    const isStill = store.getState().items.some((each) => each.id === id);
    if (!isStill) announce(t('undo.undone'));
    if (!isStill && hadFocus) onLeft();
  }

  const text = textOf(texts, item);
  return (
    <div
      ref={card}
      className={failure ? 'undo-card undo-card-failed' : 'undo-card'}
      role={failure ? 'alert' : 'group'}
      aria-label={text}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="undo-icon">
        {failure ? (
          <ErrorIcon label="" color="var(--ds-icon-danger)" />
        ) : item.kind === 'resolved' ? (
          <SuccessIcon label="" color="var(--ds-icon-success)" />
        ) : (
          <ArrowRightIcon label="" color="var(--ds-icon)" />
        )}
      </span>
      <span className="undo-text">
        <span className="undo-title">{failure ? t('undo.notUndone') : text}</span>
        <span className="fd-small fd-subtle">{failure ? whyNot(texts, failure) : aboutOf(item)}</span>
      </span>
      {failure ? (
        <button
          type="button"
          className="fd-icon-button"
          aria-label={t('undo.dismiss')}
          title={t('undo.dismiss')}
          onClick={() => leave.current()}
        >
          <CrossIcon label="" />
        </button>
      ) : (
        <Button spacing="compact" isLoading={undoing} onClick={() => void undo()}>
          {t('undo.undo')} <kbd aria-hidden="true">Z</kbd>
        </Button>
      )}
    </div>
  );
}

function textOf({ t }: Texts, { kind, about, name }: Undone): string {
  switch (kind) {
    case 'resolved':
      return t('undo.resolved', { key: about });
    case 'givenBack':
      return t('undo.givenBack', { key: about });
    case 'taken':
      return t('undo.taken');
    case 'handedOver':
      return t('undo.handedOver', { name: name ?? t('agent.someone') });
  }
}

/** Where the sentence does not name it already. */
const aboutOf = ({ kind, about }: Undone): string => (kind === 'taken' || kind === 'handedOver' ? about : '');

function whyNot(texts: Texts, { code, assignee, jiraSays = [] }: Refusal): string {
  const { t } = texts;
  if (assignee) return t('handOver.tookIt', { name: assignee.name ?? t('agent.someone') });
  if (assignee === null) return t('handOver.nobodyHas');
  if (jiraSays.length > 0) return t('inbox.jiraSays', { text: jiraSays.join(' ') });
  return code === 'conflict' ? t('undo.noWayBack') : errorText(texts, code);
}
