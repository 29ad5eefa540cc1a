import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aSite, type SiteDriver } from '../support/a-site';

const SUPPORT = '1';
const OPERATIONS = '2';

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
  await app.goOnline('ann');
});

interface Refused {
  ok: boolean;
  error?: { code: string; visitor?: { error: string } };
}

/** What the frame in a portal gets, whatever its payload says. */
const fromPortal = (
  portal: unknown,
  functionKey: string,
  payload: object,
  account = 'cara',
): Promise<Refused> =>
  app.site.invoke({
    account,
    functionKey,
    payload,
    moduleKey: 'portal-chat',
    extension: { page: 'portal', portal },
  }) as Promise<Refused>;

const opening = (portalId: unknown): object => ({
  portalId,
  message: 'Hello',
  clientMessageId: randomUUID(),
});

const snapshot = (): string => JSON.stringify(app.site.kvs.snapshot());

describe('a frame in one portal', () => {
  it.each(['cara', 'anonymous', 'ann'])(
    'starts nothing in another one by naming it, and leaves no trace: %s (T3)',
    async (account) => {
      const before = snapshot();
      for (const named of [OPERATIONS, 2, '02']) {
        const answer = await fromPortal({ id: 1 }, 'startConversation', opening(named), account);
        expect(answer).toMatchObject({
          ok: false,
          error: { code: 'not-found', visitor: { error: 'not-found' } },
        });
      }
      expect(snapshot()).toBe(before);
    },
  );

  it('is told nothing of another one, by its portal or by its project (T3)', async () => {
    const byPortal = await fromPortal({ id: 1 }, 'getPortalAvailability', { portalId: OPERATIONS });
    expect(byPortal).toMatchObject({ ok: false, error: { code: 'not-found' } });
    for (const portalId of [undefined, SUPPORT]) {
      const byProject = await fromPortal({ id: 1 }, 'getPortalAvailability', {
        portalId,
        projectId: '10002',
      });
      expect(byProject).toMatchObject({ ok: true, value: { state: 'disabled' } });
    }
  });

  it('starts a chat in its own, whichever way Jira writes the portal’s id (T3)', async () => {
    for (const id of [1, '1']) {
      expect(await fromPortal({ id }, 'startConversation', opening(SUPPORT))).toMatchObject({ ok: true });
      const own = await fromPortal({ id }, 'getPortalAvailability', {
        portalId: SUPPORT,
        projectId: '10001',
      });
      expect(own).toMatchObject({ ok: true, value: { state: 'online' } });
    }
  });
});

describe('names that are no functions of the app', () => {
  it.each([
    'constructor',
    'toString',
    'valueOf',
    'hasOwnProperty',
    '__proto__',
    '__defineGetter__',
    'zqxjk',
    '',
  ])('are refused without a word of the context or of the name: %s (R6)', async (functionKey) => {
    for (const account of ['anonymous', 'ann', 'joe']) {
      const answer = await app.site.invoke({ account, functionKey, payload: { a: 'zqxjk' } });
      expect(answer).toEqual({
        ok: false,
        error: { code: 'invalid-request', message: 'Frontdesk has no such function.' },
      });
    }
  });
});
