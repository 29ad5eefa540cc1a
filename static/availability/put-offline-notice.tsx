import type { PutOfflineNotice as PutOfflineNoticeValue } from '../../src/contract/panel';
import { Notice } from '../ui/notice';
import { useTexts } from '../app/texts-context';
import { putOfflineWords } from './put-offline-words';

/** "Pia put you offline at 14:05: end of shift" (rule S6). */
export function PutOfflineNotice({ notice, now }: { notice: PutOfflineNoticeValue; now: number }) {
  const texts = useTexts();
  return <Notice tone="warning">{putOfflineWords(texts, notice, now)}</Notice>;
}
