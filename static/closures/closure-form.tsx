import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState } from 'react';
import type { PlannedClosure } from '../../src/contract/clock';
import type { ErrorCode } from '../../src/domain/errors';
import { clockTime } from '../app/format-time';
import { useTexts } from '../app/texts-context';
import { ErrorNotice } from '../ui/error-notice';
import { SegmentedChoice } from '../ui/segmented-choice';
import { useUnsavedWarning } from '../app/use-unsaved-warning';
import { ClosedPreview } from './closed-preview';
import { ChangedClosure } from './changed-closure';
import { closureProblems, customersRead, entryOf, momentOf, startingLater } from './closure-entry';
import type { ClosureEntry, ClosureProblem } from './closure-entry';
import { unitedWith } from './closure-stretches';
import { MessageField } from './message-field';
import { TimeField } from './time-field';
import type { ClosuresEditing } from './use-closures';
import { useTyped, type TypedClosure } from './use-typed';

export interface ClosureFormProps {
  editing: ClosuresEditing;
  closures: readonly PlannedClosure[];
  /** As it was when it was opened; null: a new one. */
  row: PlannedClosure | null;
  first: ClosureEntry;
  entry: ClosureEntry;
  /** Takes the focus whenever it changes. */
  focusKey: number;
  now: number;
  onEntry(entry: ClosureEntry): void;
  /** What would be stored, for whoever shows what follows from it; null: nothing that could be, or the form is gone. */
  onTyped?: ((typed: TypedClosure | null) => void) | undefined;
  /** `saved`: it is stored; else it was given up. */
  onClose(saved: boolean): void;
}

/** One closure, until it is stored or given up: nothing typed is lost by what others do. */
export function ClosureForm(props: ClosureFormProps) {
  const { editing, closures, row, first, entry, focusKey, now, onEntry, onTyped, onClose } = props;
  const texts = useTexts();
  const { t } = texts;
  const id = useId();
  const untilField = useRef<HTMLInputElement>(null);
  const fromField = useRef<HTMLInputElement>(null);
  const messageField = useRef<HTMLInputElement>(null);
  const [seen, setSeen] = useState(row);
  const [openedAt] = useState(now);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  useEffect(() => untilField.current?.focus(), [focusKey]);
  useUnsavedWarning(JSON.stringify(entry) !== JSON.stringify(first));

  const stored = seen && closures.find(({ closureId }) => closureId === seen.closureId);
  const isGone = seen !== null && !stored;
  const isChanged = !!seen && !!stored && !isSame(seen, stored);
  const hasBegun = stored ? Date.parse(stored.from) <= now : false;
  const problems = closureProblems(hasBegun ? { ...entry, starts: 'now' } : entry, now);
  const said = (problem: ClosureProblem | null): ClosureProblem | null =>
    problem === 'missing' && !tried ? null : problem;
  const change = (part: Partial<ClosureEntry>): void => onEntry({ ...entry, ...part });
  const message = customersRead(entry.message);
  const until = momentOf(entry.until);
  const from = hasBegun || entry.starts === 'now' ? now : momentOf(entry.from);

  const others = closures.filter(({ closureId }) => closureId !== seen?.closureId);
  const isWhole = problems.from === null && problems.until === null;
  const begins = hasBegun && stored ? Date.parse(stored.from) : entry.starts === 'now' ? openedAt : from;
  useTyped(
    isWhole && begins !== null && until !== null
      ? { ...(stored && { id: stored.closureId }), from: iso(begins), until: iso(until) }
      : null,
    onTyped,
  );

  async function save(): Promise<void> {
    setTried(true);
    const wrong = problems.from !== null ? fromField : problems.until !== null ? untilField : null;
    const field = wrong ?? (problems.over > 0 ? messageField : null);
    if (field || until === null || from === null) {
      field?.current?.focus();
      return;
    }
    if (isChanged) return;
    setFailure(null);
    const outcome = await editing.save({
      // One that is gone is closed anew.
      ...(stored && seen && { closureId: seen.closureId, seen: seenOf(seen) }),
      ...(!hasBegun && entry.starts === 'later' && { from: iso(from) }),
      until: iso(until),
      message,
    });
    if (outcome?.kind === 'done') onClose(true);
    if (outcome?.kind === 'failed') setFailure(outcome.code);
  }

  return (
    <form
      className="closure-form"
      noValidate
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3 id={`${id}-title`}>{t(row ? 'closure.editTitle' : 'closure.newTitle')}</h3>
      {hasBegun && stored ? (
        <p>{t('closure.runsSince', { time: clockTime(Date.parse(stored.from), now, texts) })}</p>
      ) : (
        <div className="closure-begin">
          <p className="fd-label">{t('closure.begins')}</p>
          <SegmentedChoice
            legend={t('closure.begins')}
            value={entry.starts}
            onChange={(starts) => onEntry(starts === 'later' ? startingLater(entry) : { ...entry, starts })}
            choices={[
              { value: 'now', label: t('closure.now') },
              { value: 'later', label: t('closure.later') },
            ]}
          />
        </div>
      )}
      <div className="closure-times">
        {!hasBegun && entry.starts === 'later' && (
          <TimeField
            ref={fromField}
            label={t('closure.from')}
            value={entry.from}
            problem={said(problems.from)}
            onChange={(value) => change({ from: value })}
          />
        )}
        <TimeField
          ref={untilField}
          label={t('closure.until')}
          value={entry.until}
          problem={said(problems.until)}
          onChange={(value) => change({ until: value })}
        />
      </div>
      <MessageField
        ref={messageField}
        value={entry.message}
        message={message}
        over={problems.over}
        onChange={(typed) => change({ message: typed })}
      />
      {from !== null && until !== null && problems.until === null && (
        <ClosedPreview {...unitedWith(others, from, until)} message={message} at={Math.max(now, from)} />
      )}
      {(isGone || isChanged) && (
        <ChangedClosure
          theirs={stored ?? null}
          now={now}
          onUseTheirs={(theirs) => {
            setSeen(theirs);
            onEntry(entryOf(theirs, now));
          }}
          onKeepMine={setSeen}
        />
      )}
      {failure !== null && failure !== 'conflict' && (
        <ErrorNotice code={failure} title={t('closure.notSaved')} />
      )}
      <div className="fd-actions">
        <Button type="submit" appearance="primary" isLoading={editing.busy} isDisabled={isChanged}>
          {t(row && !isGone ? 'closure.save' : entry.starts === 'now' ? 'closure.close' : 'closure.plan')}
        </Button>
        <Button appearance="subtle" isDisabled={editing.busy} onClick={() => onClose(false)}>
          {t('settings.discard')}
        </Button>
      </div>
    </form>
  );
}

const iso = (at: number): string => new Date(at).toISOString();

const seenOf = ({
  from,
  until,
  message,
}: PlannedClosure): Pick<PlannedClosure, 'from' | 'until' | 'message'> => ({
  from,
  until,
  message,
});

const isSame = (a: PlannedClosure, b: PlannedClosure): boolean =>
  a.from === b.from && a.until === b.until && a.message === b.message;
