import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { Closures, PlannedClosure } from '../../src/contract/clock';
import { CLOSURES } from '../../src/domain/clock/clock-limits';
import type { ErrorCode } from '../../src/domain/errors';
import { useAnnounce } from '../app/announcer';
import { useTexts } from '../app/texts-context';
import { ErrorNotice } from '../ui/error-notice';
import { Notice } from '../ui/notice';
import { UndoNotice } from '../ui/undo-notice';
import { entryOf, firstEntry, proposedEntry } from './closure-entry';
import { ClosureForm } from './closure-form';
import { ClosureList, type ListedClosure } from './closure-list';
import { openWith, type ClosureKeeper } from './kept-closure';
import { useClosures } from './use-closures';
import { useKeptClosure } from './use-kept-closure';
import './closures.css';
import type { TypedClosure } from './use-typed';

export interface ClosuresSectionProps {
  projectId: string;
  /** As it is stored. */
  chatEnabled: boolean;
  closures: readonly ListedClosure[];
  now: number;
  /** Times that another part of the page proposes: each new one goes into the form. One that is stored, and edited, stays. */
  proposed?: { from: string; until: string } | null;
  /** What is in the form, for whoever shows what follows from it; null: nothing. */
  onTyped?: (typed: TypedClosure | null) => void;
  /** The form is open from the beginning. */
  startsOpen?: boolean;
  /** Where what is typed outlives the page; absent: it doesn't. */
  keeper?: ClosureKeeper;
  className?: string;
  onAnswer(closures: Closures): void;
  onStale(): void;
}

/** Closes the chat for a time, whoever is online (rule H4). */
export function ClosuresSection(props: ClosuresSectionProps) {
  const { projectId, chatEnabled, closures, now, proposed = null, onTyped, onAnswer, onStale } = props;
  const { startsOpen = false, keeper, className = 'fd-card' } = props;
  const { t } = useTexts();
  const announce = useAnnounce();
  const editing = useClosures(projectId, onAnswer, onStale);
  const heading = useRef<HTMLHeadingElement>(null);
  const isFull = closures.length >= CLOSURES;
  const { open, setOpen, isFromBefore } = useKeptClosure(keeper, closures, now, () =>
    startsOpen && !isFull ? openWith(null, firstEntry(now)) : null,
  );
  /** What was ended, and can be brought back. Monotonic ms. */
  const [ended, setEnded] = useState<{ row: PlannedClosure; at: number } | null>(null);
  const [failure, setFailure] = useState<{ title: string; code: ErrorCode } | null>(null);
  /** Grows when the form is to have the focus again. */
  const [focusKey, setFocusKey] = useState(0);
  /** Times were proposed while a stored one is edited. */
  const [isBusy, setBusy] = useState(false);
  const take = useRef<(times: { from: string; until: string }) => void>(() => undefined);
  useEffect(() => {
    take.current = (times) => {
      setFocusKey((count) => count + 1);
      const entry = proposedEntry(times, now);
      if (!open) setOpen(openWith(null, entry));
      else if (open.row) setBusy(true);
      else setOpen({ ...open, entry: { ...entry, message: open.entry.message } });
    };
  });
  useEffect(() => {
    if (proposed) take.current(proposed);
  }, [proposed]);

  async function end(row: PlannedClosure): Promise<void> {
    setFailure(null);
    setEnded(null);
    const outcome = await editing.end(row.closureId);
    if (outcome?.kind === 'done') setEnded({ row, at: performance.now() });
    if (outcome?.kind === 'failed') setFailure({ title: t('closure.notEnded'), code: outcome.code });
  }

  async function restore({ from, until, message }: PlannedClosure): Promise<void> {
    const outcome = await editing.save({ ...(Date.parse(from) > now && { from }), until, message });
    if (outcome?.kind === 'failed') setFailure({ title: t('closure.notRestored'), code: outcome.code });
    else heading.current?.focus();
    setEnded(null);
  }

  const form = open && (
    <ClosureForm
      key={`${open.row?.closureId ?? 'new'} ${open.first.from}`}
      {...open}
      {...{ editing, closures, now, focusKey, onTyped }}
      onEntry={(entry) => setOpen({ ...open, entry })}
      onClose={(saved) => {
        setOpen(null);
        setBusy(false);
        if (saved) announce(t('closure.saved'));
        heading.current?.focus();
      }}
    />
  );
  return (
    <section className={className} id="closures" tabIndex={-1} aria-labelledby="closures-title">
      <div className="fd-card-head">
        <h2 id="closures-title" ref={heading} tabIndex={-1}>
          {t('closure.title')}
        </h2>
        <p className="fd-help">{t('closure.help')}</p>
      </div>
      {closures.length === 0 && !open && <p className="fd-subtle">{t('closure.none')}</p>}
      {closures.length > 0 && (
        <ClosureList
          {...{ closures, now }}
          editedId={open?.row?.closureId}
          mayEdit={!open && chatEnabled}
          mayEnd={!editing.busy}
          onEdit={(row) => setOpen(openWith(row, entryOf(row, now)))}
          onEnd={(row) => void end(row)}
        />
      )}
      {isFromBefore && (
        <Notice tone="info" title={t('settings.keptTitle')}>
          {t('settings.keptBody')}
        </Notice>
      )}
      {form}
      {isBusy && <Notice tone="warning" urgent title={t('closure.finishFirst')} />}
      {failure && <ErrorNotice {...failure} />}
      {ended && (
        <UndoNotice
          key={ended.row.closureId}
          text={t(Date.parse(ended.row.from) > now ? 'closure.takenBack' : 'closure.ended')}
          startedAt={ended.at}
          onUndo={() => restore(ended.row)}
          onOver={(hadFocus) => {
            setEnded(null);
            if (hadFocus) heading.current?.focus();
          }}
        />
      )}
      {!open && (
        <div className="fd-actions">
          <Button
            isDisabled={isFull || !chatEnabled}
            onClick={() => setOpen(openWith(null, firstEntry(now)))}
          >
            {t('closure.open')}
          </Button>
          {!chatEnabled && <p className="fd-help">{t('closure.chatOff')}</p>}
          {chatEnabled && isFull && <p className="fd-help">{t('closure.full', { max: CLOSURES })}</p>}
        </div>
      )}
    </section>
  );
}
