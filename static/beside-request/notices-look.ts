import type { Panel } from '../../src/contract/panel';
import { errorText } from '../app/error-text';
import type { Texts } from '../app/texts';
import { failureWords } from '../availability/failure-words';
import { lastOnlineWords } from '../availability/last-online-words';
import type { PanelState } from '../availability/panel-store';
import { waitingSentence } from '../availability/waiting-words';
import { waitingIn } from '../availability/wish';
import { leavesEmpty, type SwitchState } from './my-switch';

/** What is asked before my status changes, told after it, or said when it did not (rules S4, S11). */
export interface NoticeLook {
  kind: 'leaving' | 'left' | 'failed';
  sentences: string[];
  /** On its buttons, the first of which does what was asked for; `failed` may have none. */
  buttons: string[];
}

export function noticeLooks(
  texts: Texts,
  { panel, projectId, failure }: { panel: Panel; projectId: string; failure: PanelState['failure'] },
  { isLeaving, left }: SwitchState,
): NoticeLook[] {
  const { t } = texts;
  const looks: NoticeLook[] = [];
  const empty = isLeaving ? leavesEmpty(panel, projectId) : [];
  if (empty.length > 0) {
    const waiting = waitingIn(panel, { scope: 'project', projectId });
    looks.push({
      kind: 'leaving',
      sentences: [
        ...lastOnlineWords(texts, empty),
        ...(waiting.length > 0 ? [waitingSentence(texts, waiting)] : []),
      ],
      buttons: [t('agent.goOffline'), t('agent.stayOnlineButton')],
    });
  }
  if (left.length > 0)
    looks.push({
      kind: 'left',
      sentences: [waitingSentence(texts, left), t('agent.stayYours')],
      buttons: [t('agent.dismiss')],
    });
  if (failure)
    looks.push({
      kind: 'failed',
      sentences: [failureWords(texts, panel, failure.wish), errorText(texts, failure.code)],
      buttons: failure.code === 'unavailable' ? [t('error.tryAgain')] : [],
    });
  return looks;
}
