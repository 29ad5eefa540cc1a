import Button from '@atlaskit/button/new';
import { useEffect, useState, type ReactNode } from 'react';
import type { MySchedule } from '../../src/contract/clock';
import type { ErrorCode } from '../../src/domain/errors';
import { isZone } from '../../src/domain/is-zone';
import { timesProblems } from '../../src/domain/clock/schedule-problems';
import type { Span } from '../../src/domain/span';
import { callResolver } from '../app/call-resolver';
import { useTexts } from '../app/texts-context';
import { useDraft } from '../settings/form/use-draft';
import { useUnsavedWarning } from '../app/use-unsaved-warning';
import { ErrorNotice } from '../ui/error-notice';
import { Notice } from '../ui/notice';
import { RadioChoices } from '../ui/radio-choices';
import { WeeklyTimesEditor } from '../ui/weekly-times/weekly-times-editor';
import { nextClockChange } from './clock-changes';
import { ClockChangeNote } from './clock-change-note';
import { LeftOutChoice } from './left-out-choice';
import { NextChanges } from './next-changes';
import { SavedNote } from './saved-note';
import { OpenedGap } from './opened-gap';
import { ScheduleBar } from './schedule-bar';
import { ScheduleCoverage, showCoverage } from './schedule-coverage';
import { createScheduleForm, isProposal, USUAL_WEEK, withKept } from './schedule-draft';
import type { ScheduleKeeper } from './kept-schedule';
import { useKept } from './use-kept';
import { slotEndAt } from './slot-now';
import { usePreview } from './use-preview';

/** What the page around it knows of being online. */
export interface OnlineNow {
  /** Where I am not, by id. */
  offlineIn: readonly string[];
  /** The site's longest online time; null: no bound. */
  longestMinutes: number | null;
  /** Everywhere, until then (epoch ms). What it was refused for; null: it was not. */
  goOnline(until: number): Promise<ErrorCode | null>;
}

export interface ScheduleEditorProps {
  first: MySchedule;
  /** The agent's, in Jira. */
  zone: string;
  now: number;
  online: OnlineNow;
  keeper: ScheduleKeeper;
  /** What would be lost by leaving. */
  onUnsaved(isUnsaved: boolean): void;
  onSaved(): void;
}

export function ScheduleEditor(props: ScheduleEditorProps) {
  const { first, zone, now, online, keeper, onUnsaved, onSaved } = props;
  const { t } = useTexts();
  const [rules] = useState(() => createScheduleForm(zone));
  const [kept] = useState(keeper.read);
  const [said, setSaid] = useState<MySchedule | null>(null);
  const [going, setGoing] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const form = useDraft(
    rules,
    first,
    {
      fetch: () => callResolver('getMySchedule', {}),
      save: (schedule, rev) => callResolver('saveMySchedule', { schedule, rev }),
    },
    (stored) => {
      setSaid(stored);
      setRefusal(null);
      onSaved();
    },
    kept ? (stored) => withKept(rules, stored, kept) : rules.initial,
  );
  const { state, dirty, edit, dispatch } = form;
  const { saved, draft } = state;
  const isNew = first.schedule === null && !kept;
  useEffect(() => {
    if (isNew) dispatch({ type: 'edit', change: { slots: [...USUAL_WEEK] } });
  }, [isNew, dispatch]);
  const isUnsaved = dirty && !isProposal(saved, draft);
  useUnsavedWarning(isUnsaved);
  useEffect(() => onUnsaved(isUnsaved), [isUnsaved, onUnsaved]);
  const isFromBefore = useKept(keeper, kept, state, isUnsaved);

  const problems = timesProblems(draft);
  const hasProblems = problems.length > 0;
  const asked = hasProblems ? undefined : dirty ? rules.toValues(draft) : null;
  const preview = usePreview(saved, asked);
  const [coverageOf, setCoverageOf] = useState<string | null>(null);
  /** What the draft opens, by space. */
  const [opened, setOpened] = useState<Readonly<Record<string, Span[]>>>({});
  useEffect(() => {
    // What the next draft opens isn't known yet.
    if (!dirty) setOpened({});
  }, [dirty]);
  const clockChange = isZone(draft.zone) && !hasProblems ? nextClockChange(draft, now) : null;
  const offered = saved.projects[0]?.rollCall ?? 'confirm';

  async function goOnline(until: number): Promise<void> {
    setGoing(true);
    setRefusal(await online.goOnline(until));
    setGoing(false);
  }

  /** The end of the slot that holds now, or the latest that the site allows; null: there is nothing to offer. */
  function onlineUntil({ schedule }: MySchedule): number | null {
    const end = schedule && slotEndAt(schedule, now);
    if (end === null || !online.offlineIn.some((id) => !schedule?.leftOut.includes(id))) return null;
    return online.longestMinutes === null ? end : Math.min(end, now + online.longestMinutes * 60_000);
  }

  function savedNote(): ReactNode {
    if (!said || dirty) return null;
    const until = onlineUntil(said);
    return (
      <>
        {refusal !== null && <ErrorNotice code={refusal} title={t('schedule.notOnline')} />}
        <SavedNote
          saved={said}
          now={now}
          onlineUntil={until}
          busy={going}
          onGoOnline={() => void (until !== null && goOnline(until))}
        />
      </>
    );
  }

  function openedGap(): ReactNode {
    if (!asked) return null;
    const spaces = saved.projects.filter(({ id }) => opened[id]?.length);
    const project = spaces.find(({ id }) => id === coverageOf) ?? spaces[0];
    if (!project) return null;
    return (
      <OpenedGap
        project={project}
        also={spaces.filter((each) => each !== project).map(({ name }) => name)}
        gaps={opened[project.id] ?? []}
        zone={asked.zone}
        onShow={() => {
          setCoverageOf(project.id);
          showCoverage();
        }}
      />
    );
  }

  return (
    <form
      className="schedule-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      {isFromBefore && (
        <Notice
          tone="info"
          title={t('settings.keptTitle')}
          actions={
            <Button spacing="compact" onClick={() => dispatch({ type: 'discard' })}>
              {t('settings.discard')}
            </Button>
          }
        >
          {t('settings.keptBody')}
        </Notice>
      )}
      <div className="schedule-columns">
        <div className="schedule-main">
          <WeeklyTimesEditor
            times={draft}
            problems={problems}
            zones={[zone]}
            now={now}
            idPrefix="schedule"
            onChange={edit}
          />
          {draft.slots.length > 0 && first.schedule !== null && (
            <button type="button" className="fd-link" onClick={() => edit({ slots: [] })}>
              {t('schedule.removeSchedule')}
            </button>
          )}
        </div>
        <div className="schedule-aside">
          <RadioChoices
            legend={t('schedule.rollCall')}
            value={draft.rollCall}
            choices={[
              { value: 'confirm', label: t('schedule.askFirst'), help: t('schedule.askFirstHelp') },
              { value: 'automatic', label: t('schedule.byItself'), help: t('schedule.byItselfHelp') },
            ]}
            {...(saved.schedule === null && {
              help: t(offered === 'confirm' ? 'schedule.offeredAsk' : 'schedule.offeredByItself'),
            })}
            onChange={(rollCall) => edit({ rollCall })}
          />
          {(saved.projects.length > 1 || draft.leftOut.length > 0) && (
            <LeftOutChoice
              projects={saved.projects}
              leftOut={draft.leftOut}
              onChange={(leftOut) => edit({ leftOut })}
            />
          )}
          <NextChanges
            {...{ preview, now, hasProblems }}
            zone={draft.zone}
            projects={saved.projects.filter(({ id }) => !draft.leftOut.includes(id))}
            clockChange={clockChange?.at ?? null}
            isEmpty={draft.slots.length === 0}
          />
          {clockChange && <ClockChangeNote change={clockChange} zone={draft.zone} />}
        </div>
      </div>
      <ScheduleCoverage
        projects={saved.projects}
        shownId={coverageOf}
        draft={asked}
        rev={saved.rev}
        onShow={setCoverageOf}
        onOpened={(id, gaps) => setOpened((known) => ({ ...known, [id]: gaps }))}
      />
      <ScheduleBar form={form} gap={openedGap()} onSave={() => void form.save()}>
        {savedNote()}
      </ScheduleBar>
    </form>
  );
}
