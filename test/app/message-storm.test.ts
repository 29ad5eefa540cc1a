import { expect, it } from 'vitest';
import { messageStorm } from '../support/message-storm';

it('with faulty storage, a faulty Jira and jobs that run twice and late, no message is lost or doubled and each conversation keeps its order', async () => {
  // A tenth of what the chat is to stand; `npm run bench -- --full R10` sends 10,000 messages.
  const report = await messageStorm({ conversations: 20, messages: 50 });
  expect(report).toEqual({ acknowledged: 1_000, lost: 0, doubled: 0, outOfOrder: 0, undelivered: 0 });
}, 300_000);
