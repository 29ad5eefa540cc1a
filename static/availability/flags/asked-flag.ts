import type { AskedOfMe, Panel } from '../../../src/contract/panel';
import { errorText } from '../../app/error-text';
import type { ShownFlag } from '../../app/flag';
import type { TextKey } from '../../app/texts';
import { askedValues } from '../question-words';
import { send, wishConfirm, type PresenceAnswer, type Wish } from '../wish';
import type { CarryOutNeeds } from './carry-out';
import { askedId } from './due-flags';

const WORDS = {
  'roll-call': { title: 'background.askedTitle', body: 'background.askedBody' },
  break: { title: 'background.breakOverTitle', body: 'background.breakOverBody' },
} as const;

const DONE: Record<PresenceAnswer, TextKey> = {
  here: 'background.youAreHere',
  later: 'background.askedLater',
  notToday: 'background.notToday',
};

/**
 * "Are you here?" with its three answers (rules H2, H8): when a slot of mine begins, and at the end of a break. It stays until it
 * is answered here or anywhere, or until nobody asks any more: whoever shows it takes it back.
 */
export function showAskedFlag(needs: CarryOutNeeds, asked: AskedOfMe, panel: Panel): ShownFlag {
  const { texts, clock, showFlag } = needs;
  const values = askedValues(texts, asked, panel, clock.now());
  let isAnswered = false;
  const action = (text: TextKey, said: PresenceAnswer) => ({
    text: texts.t(text),
    onClick: () => {
      if (isAnswered) return;
      isAnswered = true;
      void flag.close();
      void answer(needs, askedId(asked), wishConfirm(said), said, values.projects);
    },
  });
  const { title, body } = WORDS[asked.why];
  const flag: ShownFlag = showFlag({
    id: askedId(asked),
    type: 'info',
    title: texts.t(title, values),
    description: texts.t(body, values),
    actions: [
      action('agent.here', 'here'),
      action('agent.later', 'later'),
      action('agent.notToday', 'notToday'),
    ],
    isAutoDismiss: false,
  });
  return flag;
}

/** Says what came of it; what nobody could be asked is offered again as it was. */
async function answer(
  needs: CarryOutNeeds,
  id: string,
  wish: Wish,
  said: PresenceAnswer,
  projects: string,
): Promise<void> {
  const { texts, showFlag } = needs;
  const given = await send(needs.call, wish);
  needs.onChanged();
  if (given.ok) {
    const type = said === 'here' ? 'success' : 'info';
    showFlag({ id: `${id} done`, type, title: texts.t(DONE[said], { projects }), isAutoDismiss: true });
    return;
  }
  const { code } = given.error;
  const retry = {
    text: texts.t('error.tryAgain'),
    onClick: () => {
      void failed.close();
      void answer(needs, id, wish, said, projects);
    },
  };
  const failed: ShownFlag = showFlag({
    id: `${id} failed`,
    type: 'error',
    title: texts.t('background.notDone', { projects }),
    description: code === 'conflict' ? texts.t('background.notAsked') : errorText(texts, code),
    ...(code === 'unavailable' && { actions: [retry] }),
    isAutoDismiss: false,
  });
}
