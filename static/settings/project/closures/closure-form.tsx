import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState } from 'react';
import type { ClosureRow } from '../../../../src/contract/clock';
import { CLOSURE_MESSAGE_LENGTH } from '../../../../src/domain/clock/clock-limits';
import { characterCount } from '../../../../src/domain/character-count';
import type { ErrorCode } from '../../../../src/domain/errors';
import { clockTime } from '../../../app/format-time';
import { useTexts } from '../../../app/texts-context';
import { ErrorNotice } from '../../../ui/error-notice';
import { SegmentedChoice } from '../../../ui/segmented-choice';
import { useUnsavedWarning } from '../../form/use-unsaved-warning';
import { ClosedPreview } from './closed-preview';
import { ChangedClosure } from './changed-closure';
import { closureProblems, customersRead, entryOf, momentOf, startingLater } from './closure-entry';
import type { ClosureEntry, ClosureProblem } from './closure-entry';
import { closureStretches } from './closure-stretches';
import { TimeField } from './time-field';
import type { ClosuresEditing } from './use-closures';

export interface ClosureFormProps {
  editing: ClosuresEditing;
  closures: readonly ClosureRow[];
  /** As it was when it was opened; null: a new one. */
  row: ClosureRow | null;
  first: ClosureEntry;
  now: number;
  /** `saved`: it is stored; else it was given up. */
  onClose(saved: boolean): void;
}

/** One closure, until it is stored or given up: nothing typed is lost by what others do. */
export function ClosureForm({ editing, closures, row, first, now, onClose }: ClosureFormProps) {
  const texts = useTexts();
  const { t } = texts;
  const id = useId();
  const untilField = useRef<HTMLInputElement>(null);
  const fromField = useRef<HTMLInputElement>(null);
  const messageField = useRef<HTMLInputElement>(null);
  const [seen, setSeen] = useState(row);
  const [entry, setEntry] = useState(first);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  useEffect(() => untilField.current?.focus(), []);
  useUnsavedWarning(JSON.stringify(entry) !== JSON.stringify(first));

  const stored = seen && closures.find(({ closureId }) => closureId === seen.closureId);
  const isGone = seen !== null && !stored;
  const isChanged = !!seen && !!stored && !isSame(seen, stored);
  const hasBegun = stored ? Date.parse(stored.from) <= now : false;
  const problems = closureProblems(hasBegun ? { ...entry, starts: 'now' } : entry, now);
  const said = (problem: ClosureProblem | null): ClosureProblem | null =>
    problem === 'missing' && !tried ? null : problem;
  const change = (part: Partial<ClosureEntry>): void => setEntry((before) => ({ ...before, ...part }));
  const message = customersRead(entry.message);
  const until = momentOf(entry.until);
  const from = hasBegun || entry.starts === 'now' ? now : momentOf(entry.from);

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
      ...(!hasBegun && entry.starts === 'later' && { from: new Date(from).toISOString() }),
      until: new Date(until).toISOString(),
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
            onChange={(starts) => setEntry(starts === 'later' ? startingLater(entry) : { ...entry, starts })}
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
      <div className="fd-setting">
        <label className="fd-label" htmlFor={`${id}-message`}>
          {t('closure.message')}
        </label>
        <input
          id={`${id}-message`}
          ref={messageField}
          type="text"
          dir="auto"
          autoComplete="off"
          className="fd-field"
          value={entry.message}
          aria-invalid={problems.over > 0}
          aria-describedby={`${id}-count ${id}-over`}
          onChange={({ target }) => change({ message: target.value })}
        />
        <p id={`${id}-count`} className="fd-help">
          {t('settings.welcomeTextCount', {
            count: characterCount(message),
            max: CLOSURE_MESSAGE_LENGTH,
          })}
        </p>
        <p id={`${id}-over`} className="fd-small fd-problem" role="status">
          {problems.over > 0 && texts.counted('closure.tooLong', problems.over)}
        </p>
      </div>
      {from !== null && until !== null && problems.until === null && (
        <ClosedPreview {...unitedWith(closures, seen, from, until)} message={message} now={now} />
      )}
      {(isGone || isChanged) && (
        <ChangedClosure
          theirs={stored ?? null}
          now={now}
          onUseTheirs={(theirs) => {
            setSeen(theirs);
            setEntry(entryOf(theirs, now));
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

const seenOf = ({ from, until, message }: ClosureRow): Pick<ClosureRow, 'from' | 'until' | 'message'> => ({
  from,
  until,
  message,
});

const isSame = (a: ClosureRow, b: ClosureRow): boolean =>
  a.from === b.from && a.until === b.until && a.message === b.message;

/** Until when customers would find it closed, were this stored beside the others. */
function unitedWith(
  closures: readonly ClosureRow[],
  seen: ClosureRow | null,
  from: number,
  until: number,
): { until: number; isUnited: boolean } {
  const mine = { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
  const others = closures.filter(({ closureId }) => closureId !== seen?.closureId);
  const whole = closureStretches([...others, mine]).find(({ rows }) => rows.includes(mine));
  return { until: whole?.until ?? until, isUnited: (whole?.until ?? until) > until };
}
