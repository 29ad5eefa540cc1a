import { showFlag } from '@forge/bridge';
import { vi } from 'vitest';
import type { FunctionKey } from '../../../src/contract/functions';
import type { Panel, PutOfflineNotice } from '../../../src/contract/panel';
import { createServerClock } from '../../../static/app/server-clock';
import { createFlags } from '../../../static/availability/flags/flags';
// Loaded when they are due: here they are there at once.
import '../../../static/availability/flags/asked-flag';
import '../../../static/availability/flags/ending-flag';
import { at, myProject, onlinePanel } from '../../static/availability/panel-builder';
import { englishTexts } from '../english-texts';
import { fakeResolver, ok, type Answers } from '../fake-resolver';
import { settle } from '../render-page';

/** Ann, online in Support with somebody or alone, for so many minutes more. */
export const endingIn = (minutes: number, onlineCount = 2): Panel => ({
  ...onlinePanel(at(minutes)),
  projects: [myProject({ online: true, until: at(minutes), onlineCount })],
});

const isForEnding = ({ opened, projectId }: Record<string, unknown>): boolean =>
  opened === true && projectId === undefined;

/** A window of Ann's in Jira. */
export function aWindow(
  answers: Answers = {},
  seen = new Set<string>(),
  /** What is told of what waits. */
  waiting: Panel = endingIn(5),
) {
  const others = [...(Array.isArray(answers.getPanel) ? answers.getPanel : [])];
  const resolver = fakeResolver({
    ...answers,
    getPanel: (payload) => {
      const next = isForEnding(payload) ? ok(waiting) : others.length > 1 ? others.shift() : others[0];
      if (!next) throw new Error('Nobody said what getPanel answers.');
      return next;
    },
  });
  const clock = createServerClock(() => 0);
  clock.set(at(0));
  const turn = { isHere: true };
  const openDialog = vi.fn<(projectId: string) => void>();
  const openChats = vi.fn<(projectId: string, conversationId: string) => void>();
  const onChanged = vi.fn<() => void>();
  const flags = createFlags({
    texts: englishTexts,
    clock,
    call: resolver.call,
    showFlag,
    seen: {
      claim: async (id) => !seen.has(id) && Boolean(seen.add(id)),
      isClaimed: async (id) => seen.has(id),
    },
    shows: () => turn.isHere,
    openDialog,
    openChats,
    onChanged,
  });
  const shown = () =>
    resolver.bridge.flags.map(({ title, description, actions = [] }) => ({
      title,
      description,
      actions: actions.map(({ text }) => text),
    }));
  return {
    ...resolver,
    /** Without what is asked of my chats before I am told that my time ends. */
    payloads: (functionKey: FunctionKey) =>
      resolver.payloads(functionKey).filter((payload) => !isForEnding(payload)),
    turn,
    flags,
    openDialog,
    openChats,
    onChanged,
    shown,
    titles: () => shown().map(({ title }) => title),
    tell: async (now: Panel, notices: PutOfflineNotice[] = []) => {
      await flags.tell(now, notices);
      await settle();
    },
    press: async (text: string) => {
      const actions = resolver.bridge.flags.flatMap((flag) => flag.actions ?? []);
      const action = actions.findLast((each) => each.text === text);
      if (!action) throw new Error(`No flag has a button ${text}.`);
      action.onClick();
      await settle();
    },
  };
}
