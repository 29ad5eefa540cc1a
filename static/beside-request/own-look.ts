import type { Panel } from '../../src/contract/panel';
import { clockTime } from '../app/format-time';
import type { Texts, TextKey } from '../app/texts';
import { endChoices, oneHourMore, workingHoursEnd } from '../availability/end-choice';
import { choiceWords } from '../availability/end-words';
import { promiseOf } from '../availability/promise';
import { promiseWords } from '../availability/promise-words';
import { putOfflineWords } from '../availability/put-offline-words';
import { questionWords } from '../availability/question-words';
import { myState, statusWords, type MyState } from '../availability/status-words';
import { whyListed } from '../availability/why-listed';
import { WORK_END, chosenEnd, type EndKey } from './my-switch';

/** My own status in this project, and what can be done about it, in the dialog's words. */
export interface OwnLook {
  state: MyState;
  title: string;
  lines: string[];
  /** What customers are promised (rule S13). */
  promise: string;
  main: string;
  /** Whether I am there is asked of me: "In 15 min" and "Not today" are answers, too (rule H2). */
  isAsked: boolean;
  mayAddHour: boolean;
  /** From which to choose before going online, and which "Go online" will take. */
  ends: { key: EndKey; text: string }[];
  end: EndKey;
}

const MAIN: Record<MyState, TextKey> = {
  online: 'agent.goOffline',
  break: 'agent.imBack',
  asked: 'agent.here',
  offline: 'agent.goOnline',
};

export function ownLook(
  texts: Texts,
  panel: Panel,
  project: NonNullable<Panel['project']>,
  { now, chosen }: { now: number; chosen: EndKey | null },
): OwnLook {
  const { me, longestMinutes } = panel;
  const state = myState(me, project.id);
  const isAsked = state === 'asked';
  const wasPutOffline = state === 'offline' && me.reason === 'put-offline';
  return {
    state,
    title: statusWords(texts, panel, project, now),
    lines: linesOf(texts, panel, project, state, now),
    promise: promiseWords(texts, promiseOf(panel), { me, now, tense: 'now' }).join(' ').trim(),
    main: texts.t(wasPutOffline ? 'agent.goOnlineAgain' : MAIN[state]),
    isAsked,
    mayAddHour: state === 'online' && oneHourMore(me.until, now, longestMinutes) !== null,
    ends: state === 'offline' ? endsOf(texts, panel, now) : [],
    end: chosenEnd(panel, chosen, now).key,
  };
}

function linesOf(
  texts: Texts,
  panel: Panel,
  project: NonNullable<Panel['project']>,
  state: MyState,
  now: number,
): string[] {
  const { me } = panel;
  switch (state) {
    case 'online':
      return [
        whyListed(
          texts,
          { until: me.until, why: me.reason === 'by-schedule' ? 'by-schedule' : 'by-hand' },
          true,
          now,
        ),
      ];
    case 'break':
      return [texts.t('agent.breakHelp')];
    case 'asked':
      return me.asked ? [questionWords(texts, me.asked, panel, now).body] : [];
    case 'offline': {
      const notice = me.notices.find(({ projectId }) => projectId === project.id);
      if (me.reason === 'put-offline' && notice) return [putOfflineWords(texts, notice, now)];
      if (!me.isNew) return [];
      return [
        texts.t('agent.firstTime', { words: texts.t('widget.stateOnline') }),
        texts.t('agent.firstTimeEnd'),
      ];
    }
  }
}

/** Each with its clock time. */
function endsOf(texts: Texts, panel: Panel, now: number): OwnLook['ends'] {
  const lengths = endChoices(panel).map((choice) => {
    const { name, time } = choiceWords(texts, choice, now, panel.longestMinutes);
    return { key: String(choice), text: `${name} · ${time}` };
  });
  const workEnd = workingHoursEnd(panel, now);
  if (workEnd === null) return lengths;
  const text = `${texts.t('schedule.untilWorkEnds')} · ${clockTime(workEnd, now, texts)}`;
  return [...lengths, { key: WORK_END, text }];
}
