import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { filledReply, replyParts, searchReplies, type ReplyValues } from '../../../src/domain/saved-reply';
import { errorText } from '../../app/error-text';
import { useStore } from '../../app/store';
import { useTexts } from '../../app/texts-context';
import { keyAct } from './key-act';
import { pressedKey } from './pressed-key';
import type { SavedRepliesStore } from './saved-replies-store';

export interface SavedRepliesMenuProps {
  store: SavedRepliesStore;
  /** What is known of the chat; who replies says the store. */
  values: Omit<ReplyValues, 'agent'>;
  onInsert(text: string, name: string): void;
  /** `toField`: by a key; else something else has the focus already. */
  onClose(toField: boolean): void;
}

/** Saved replies to choose from, as they would be inserted (rule D7). */
export function SavedRepliesMenu({ store, values, onInsert, onClose }: SavedRepliesMenuProps) {
  const texts = useTexts();
  const { t } = texts;
  const { page, failure } = useStore(store, (state) => state);
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const chosen = useRef<HTMLDivElement>(null);
  const id = useId();
  const known: ReplyValues = { ...values, agent: page?.agentName ?? null };
  const found = page ? searchReplies(page.replies, search) : [];
  const current = Math.min(at, found.length - 1);

  useEffect(() => {
    input.current?.focus();
    void store.load();
  }, [store]);
  useEffect(() => {
    // In some browsers it answers something, which is no way to end an effect.
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const closeOutside = ({ target }: Event): void => {
      if (target instanceof Node && !box.current?.contains(target)) close.current(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, []);

  function insert(index: number): void {
    const reply = found[index];
    if (reply) onInsert(filledReply(reply.text, known), reply.name);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key } = event;
    if (key === 'Escape') {
      event.stopPropagation();
      onClose(true);
      return;
    }
    if (key === 'Tab') return onClose(false);
    const act = keyAct(pressedKey(event), true);
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (act === null && step === undefined) return;
    event.preventDefault();
    if (act === 'send') insert(current);
    if (step !== undefined && found.length > 0) setAt((current + step + found.length) % found.length);
  }

  const empty =
    page === null
      ? failure === null
        ? t('saved.loading')
        : `${t('saved.notLoaded')} ${errorText(texts, failure)}`
      : page.replies.length === 0
        ? t('saved.noneYet')
        : found.length === 0
          ? t('saved.noMatch', { text: search })
          : null;
  return (
    <div className="saved-menu" role="group" aria-label={t('saved.replies')} ref={box} onKeyDown={onKeyDown}>
      <input
        ref={input}
        type="text"
        className="fd-field saved-search"
        role="combobox"
        aria-label={t('saved.search')}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${String(current)}` : undefined}
        aria-autocomplete="list"
        placeholder={t('saved.search')}
        autoComplete="off"
        value={search}
        onChange={({ target }) => {
          setSearch(target.value);
          setAt(0);
        }}
      />
      <p role="status" className={empty === null ? 'fd-hidden' : 'saved-empty fd-subtle'}>
        {empty}
      </p>
      <div className="saved-list" role="listbox" id={`${id}-list`} aria-label={t('saved.replies')}>
        {found.map((reply, index) => (
          <div
            key={reply.id}
            id={`${id}-${String(index)}`}
            ref={index === current ? chosen : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className="saved-option"
            // The focus stays where it is typed.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => insert(index)}
            onKeyDown={() => undefined}
          >
            <span className="saved-name">{reply.name}</span>
            <span className="saved-text fd-small">{shown(filledReply(reply.text, known))}</span>
            <GapCount text={filledReply(reply.text, known)} />
          </div>
        ))}
      </div>
      <p className="saved-keys fd-small fd-subtle">{t('saved.keys')}</p>
    </div>
  );
}

function GapCount({ text }: { text: string }) {
  const texts = useTexts();
  const gaps = replyParts(text).filter(({ isGap }) => isGap).length;
  return gaps === 0 ? null : <span className="saved-gaps fd-small">{texts.counted('saved.gaps', gaps)}</span>;
}

const shown = (text: string) =>
  replyParts(text).map(({ text: part, isGap }, index) =>
    isGap ? (
      <mark key={index} className="saved-gap">
        {part}
      </mark>
    ) : (
      part
    ),
  );
