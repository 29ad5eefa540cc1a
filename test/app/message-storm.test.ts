import { expect, it } from 'vitest';
import { messageStorm } from '../support/message-storm';
import { stormScale } from '../support/storm-scale';

it('with faulty storage, a faulty Jira and jobs that run twice and late, no message is lost or doubled and each conversation keeps its order', async () => {
  // `npm run bench -- --full R10` sends the 10,000 messages that the chat is to stand.
  const conversations = 10 * stormScale();
  const report = await messageStorm({ conversations, messages: 20 });
  expect(report).toEqual({
    acknowledged: 20 * conversations,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    undelivered: 0,
  });
}, 300_000);
