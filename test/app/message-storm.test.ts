import { describe, expect, it } from 'vitest';
import { messageStorm } from '../support/message-storm';
import { STORM_REFUSALS } from '../support/storm-refusals';
import { stormScale } from '../support/storm-scale';

const allWell = (acknowledged: number) => ({
  acknowledged,
  lost: 0,
  doubled: 0,
  outOfOrder: 0,
  undelivered: 0,
  shownToOthers: 0,
  underOthersName: 0,
  contractProblems: 0,
});

it('with faulty storage, a faulty Jira and jobs that run twice and late, no message is lost or doubled and each conversation keeps its order', async () => {
  // `npm run bench -- --full R10` sends the 10,000 messages that the chat is to stand.
  const conversations = 10 * stormScale();
  expect(await messageStorm({ conversations, messages: 20 })).toMatchObject(allWell(20 * conversations));
}, 300_000);

describe('Visitors of every kind and agents who answer, on a site that also refuses as a real one may', () => {
  it.each(STORM_REFUSALS)(
    'lose, double, swap and mistake nothing, with %s (R13)',
    async (_what, refusal) => {
      const conversations = 5 * stormScale();
      const report = await messageStorm({ conversations, messages: 10, refusal });
      expect(report).toMatchObject(allWell(10 * conversations));
    },
    300_000,
  );
});
