import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FunctionKey } from '../../src/contract/functions';
import { aRequestPage, codeOf } from '../support/a-request-page';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aTalk, aTalkOf, CARAS, MILOS, type TalkDriver } from '../support/a-talk';
import { ROLES, type Role } from '../support/roles';
import { stormScale } from '../support/storm-scale';

let app: SiteDriver;
let talk: TalkDriver;
let request: TalkDriver['request'];

const snapshot = (): string => app.site.kvs.text();

beforeEach(async () => {
  app = await aSite();
  // An agent of another project.
  app.site.jira.addPerson({ seedName: 'oda', name: 'Oda Ops' });
  app.site.jira.grantAgent(app.accountId('oda'), '10002');
  talk = aTalk(app);
  ({ request } = talk);
});

describe('another customer’s request', () => {
  const BESIDE = ['getRequestTalk', 'talkAboutRequest', 'pollRequestTalk'] as const;
  const cells = BESIDE.flatMap((key) => Object.keys(ROLES).map((role) => [key, role as Role] as const));

  it.each(cells)(
    '%s by %s beside another customer’s request, also by the ids of its chat: not-found',
    async (functionKey, role) => {
      const conversationId = await aTalkOf(app, 'milo', MILOS);
      const payloads = {
        getRequestTalk: {},
        talkAboutRequest: { message: 'Hello', clientMessageId: randomUUID(), conversationId },
        pollRequestTalk: { conversationId, after: 0 },
      };
      const before = app.site.kvs.text();
      const payload = payloads[functionKey] as never;
      // On its page, and on the page of one's own.
      const places = functionKey === 'getRequestTalk' ? [MILOS] : [MILOS, CARAS];
      for (const place of places)
        expect(await codeOf(app, ROLES[role], functionKey, payload, place)).toBe('not-found');
      expect(app.site.kvs.text()).toBe(before);
    },
  );

  /** At full size, which is ten times each run's, 100,000 payloads. */
  const RUNS = 1_000 * stormScale() ** 2;

  it('is neither told nor changed by any payload, with all of its ids (T3)', async () => {
    const { conversationId } = await talk.say('My secret is 4711.');
    const ids = [conversationId, CARAS, request.issue().id, app.accountId('cara'), SUP, '1'];
    await talk.say('Hello', aRequestPage(app, 'milo', MILOS));
    const before = snapshot();
    const commentsBefore = talk.comments();
    const own = request.issue().id;
    const id = fc.oneof(fc.constantFrom(...ids), fc.string({ maxLength: 30 }));
    const value = fc.oneof(
      id,
      fc.uuid(),
      fc.nat(20),
      fc.constant(true),
      fc.dictionary(fc.string(), id, { maxKeys: 2 }),
    );
    const names = ['conversationId', 'message', 'clientMessageId', 'after', 'here', 'locale'];
    const more = [
      'issueId',
      'request',
      'key',
      'portalId',
      'account',
      'accountId',
      'projectId',
      'token',
      'proved',
    ];
    const payload = fc.dictionary(fc.constantFrom(...names, ...more), value, { maxKeys: 5 });
    const functionKey = fc.constantFrom<FunctionKey>('getRequestTalk', 'talkAboutRequest', 'pollRequestTalk');
    const account = fc.constantFrom('milo', 'nadia', 'anonymous', 'bo');
    const pages = new Map(
      ['milo', 'nadia', 'anonymous', 'bo'].map((who) => [who, aRequestPage(app, who, CARAS)]),
    );
    const close = fc.record({
      conversationId: fc.constant(conversationId),
      message: id,
      clientMessageId: fc.uuid(),
      after: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(account, functionKey, fc.oneof(payload, close), async (who, key, asked) => {
        const shaped =
          'after' in asked && key === 'pollRequestTalk'
            ? { conversationId: asked['conversationId'], after: asked['after'] }
            : asked;
        const answer = await pages.get(who)?.call(key, shaped);
        expect(answer).toMatchObject({ ok: false });
        expect(JSON.stringify(answer)).not.toContain('4711');
      }),
      { numRuns: RUNS },
    );
    expect(request.issue().id).toBe(own);
    expect(talk.comments()).toEqual(commentsBefore);
    expect(snapshot()).toBe(before);
    // The control: to whom it belongs, the same is told.
    expect(JSON.stringify(await talk.page.call('pollRequestTalk', { conversationId, after: 0 }))).toContain(
      '4711',
    );
  }, 900_000);
});
