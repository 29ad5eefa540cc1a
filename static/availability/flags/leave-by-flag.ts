import type { Panel } from '../../../src/contract/panel';
import type { FlagAction, ShownFlag } from '../../app/flag';
import { lastOnlineWords } from '../last-online-words';
import { namedChats, waitingSentence } from '../waiting-words';
import { lastOnlineIn, waitingIn, wishOffline } from '../wish';
import { carryOut, type CarryOutNeeds } from './carry-out';
import type { Ending } from './due-flags';

export interface LeaveNeeds extends CarryOutNeeds {
  openChats(projectId: string, conversationId: string): void;
}

/** Nobody is kept waiting for longer by what would only be good to know. */
const ASKING_MS = 3_000;

/**
 * Goes offline where an online time ends (rule S11): whoever is the last one somewhere is asked first, and everybody is
 * told which of their chats wait. `panel`: what this page knows. `stayAction`: the way to stay. `onAsked` gets the question
 * in place of the flag before it; null: there is none.
 */
export async function leaveByFlag(
  needs: LeaveNeeds,
  { id, projects }: Ending,
  panel: Panel,
  stayAction: FlagAction,
  onAsked: (question: ShownFlag | null) => void,
): Promise<void> {
  const changes = projects.map((project) => ({ project, wish: wishOffline('project', project.id) }));
  const go = (): Promise<void> =>
    carryOut(needs, {
      id: `${id} leave`,
      changes,
      sayDone: (names, answers) => sayLeft(needs, `${id} leave done`, names, answers),
    });
  const lastOf = (known: Panel) => projects.flatMap((each) => lastOnlineIn(known, reachOf(each)));
  const [first] = lastOf(panel);
  // Who is the last one is known here; only a question that is asked needs to know what waits.
  const known = first ? ((await askWhatWaits(needs, first.id)) ?? panel) : panel;
  const last = lastOf(known);
  if (last.length === 0) {
    onAsked(null);
    return go();
  }
  const waiting = projects.flatMap((each) => waitingIn(known, reachOf(each)));
  const question: ShownFlag = needs.showFlag({
    id: `${id} last`,
    type: 'warning',
    title: needs.texts.t('background.leaveQuestion', {
      projects: needs.texts.list(projects.map(({ name }) => name)),
    }),
    description: [...lastOnlineWords(needs.texts, last), ...whatWaits(needs, waiting)].join(' '),
    actions: [
      {
        text: needs.texts.t('background.goOffline'),
        onClick: () => {
          void question.close();
          void go();
        },
      },
      // The time ends by itself: whoever stays needs a later end.
      stayAction,
      // What it says of them may not be so any more once they were looked at.
      ...openAction(needs, waiting, () => question),
    ],
    isAutoDismiss: false,
  });
  onAsked(question);
}

export type Waiting = ReturnType<typeof waitingIn>;

/** The project's panel as it is now, or all of mine, with my chats that wait; null: nobody says so, or not in time. */
export async function askWhatWaits({ call }: LeaveNeeds, projectId: string | null): Promise<Panel | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ASKING_MS);
  });
  const answer = await Promise.race([
    call('getPanel', { ...(projectId !== null && { projectId }), opened: true }),
    tooLate,
  ]);
  clearTimeout(timer);
  return answer?.ok ? answer.value : null;
}

/** What was left behind stays until it was read. */
function sayLeft(needs: LeaveNeeds, id: string, projects: string, answers: Panel[]): void {
  const waiting = answers.flatMap(({ me }) => me.waitingChats ?? []);
  const flag: ShownFlag = needs.showFlag({
    id,
    type: waiting.length > 0 ? 'warning' : 'success',
    title: needs.texts.t('background.youLeft', { projects }),
    ...(waiting.length > 0 && { description: whatWaits(needs, waiting).join(' ') }),
    actions: openAction(needs, waiting, () => flag),
    isAutoDismiss: waiting.length === 0,
  });
}

export const whatWaits = ({ texts }: LeaveNeeds, waiting: Waiting): string[] =>
  waiting.length > 0 ? [waitingSentence(texts, waiting), texts.t('agent.stayYours')] : [];

export function openAction({ texts, openChats }: LeaveNeeds, waiting: Waiting, flag: () => ShownFlag) {
  const [longest] = namedChats(texts, waiting);
  if (!longest) return [];
  const { projectId, conversationId } = longest;
  return [
    {
      text: texts.t('background.openChats'),
      onClick: () => {
        void flag().close();
        openChats(projectId, conversationId);
      },
    },
  ];
}

export const reachOf = ({ id }: { id: string }) => ({ scope: 'project', projectId: id }) as const;
