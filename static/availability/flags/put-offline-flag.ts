import type { PutOfflineNotice } from '../../../src/contract/panel';
import { agentName } from '../../app/agent-name';
import type { FlagNeeds, ShownFlag } from '../../app/flag';
import { clockTime } from '../../app/format-time';
import { noticeId } from './due-flags';

/** "Pia set you to offline in Support" with the reason (rule S6: who, when and why). */
export function showPutOfflineFlag(
  { texts, clock, showFlag, openDialog }: FlagNeeds & { openDialog(projectId: string): void },
  notice: PutOfflineNotice,
): ShownFlag {
  const time = clockTime(Date.parse(notice.at), clock.now(), texts);
  const flag = showFlag({
    id: noticeId(notice),
    type: 'warning',
    title: texts.t('background.putYouOffline', {
      name: agentName(texts, notice.by),
      project: notice.projectName,
    }),
    description: notice.reason
      ? texts.t('background.putYouOfflineBecause', { time, reason: notice.reason })
      : texts.t('background.putYouOfflineAt', { time }),
    actions: [
      {
        text: texts.t('background.goOnlineAgain'),
        onClick: () => {
          void flag.close();
          openDialog(notice.projectId);
        },
      },
    ],
    isAutoDismiss: false,
  });
  return flag;
}
