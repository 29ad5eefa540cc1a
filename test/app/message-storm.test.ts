import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { systemCrypto } from '../../src/platform/system';
import { messageStorm } from '../support/message-storm';

it('with faulty storage, a faulty Jira and jobs that run twice and late, no message is lost or doubled and each conversation keeps its order', async () => {
  // A tenth of what the chat is to stand; `npm run bench -- --full R10` sends 10,000 messages.
  const report = await messageStorm({ conversations: 20, messages: 50 });
  expect(report).toEqual({ acknowledged: 1_000, lost: 0, doubled: 0, outOfOrder: 0, undelivered: 0 });
}, 300_000);

it('the token of one conversation never opens another, in 10,000 tries', () => {
  const token = (): string => randomBytes(32).toString('base64url');
  const own = systemCrypto.hash(token());
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const other = Buffer.from(bytes).toString('base64url');
      expect(systemCrypto.equal(systemCrypto.hash(other), own)).toBe(false);
      expect(systemCrypto.equal(systemCrypto.hash(other), systemCrypto.hash(other))).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
