import type { ConversationMeans } from '../../../../static/widget/conversation/conversation-means';
import {
  createConversationRecord,
  type ConversationRecord,
} from '../../../../static/widget/conversation/conversation-record';
import { aConversationPlace } from './conversation-place';

interface MeansPlace extends Pick<ReturnType<typeof aConversationPlace>, 'time' | 'desk'> {
  means: ConversationMeans;
  record: ConversationRecord;
}

/** What one step of a conversation needs, without the conversation: means, and a record that nobody listens to. */
export function aMeansPlace(): MeansPlace {
  const { time, desk, browser } = aConversationPlace();
  let ids = 0;
  const newId = (): string => `message-${++ids}`;
  const means = { env: browser.open().env, name: 'widget', client: desk, newId };
  const nothing = (): void => undefined;
  const record = createConversationRecord(means, {
    onNews: nothing,
    onDropped: nothing,
    onMessages: nothing,
  });
  return { time, desk, means, record };
}
