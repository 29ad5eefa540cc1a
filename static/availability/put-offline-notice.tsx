import type { PutOfflineNotice as PutOfflineNoticeValue } from '../../src/contract/panel';
import { agentName } from '../app/agent-name';
import { clockTime } from '../app/format-time';
import { Notice } from '../ui/notice';
import { useTexts } from '../app/texts-context';

/** "Pia put you offline at 14:05: end of shift" (rule S6). */
export function PutOfflineNotice({ notice, now }: { notice: PutOfflineNoticeValue; now: number }) {
  const texts = useTexts();
  const values = {
    name: agentName(texts, notice.by),
    time: clockTime(Date.parse(notice.at), now, texts),
    reason: notice.reason ?? '',
  };
  return (
    <Notice tone="warning">
      {texts.t(notice.reason ? 'agent.putYouOfflineBecause' : 'agent.putYouOffline', values)}
    </Notice>
  );
}
