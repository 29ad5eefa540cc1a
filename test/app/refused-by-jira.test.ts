import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../local/clock';
import { seedChat } from '../../local/seed-chat';
import { createSite } from '../../local/site';
import { aChat, type ChatDriver } from '../support/a-chat';
import { driverOf, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { alteredJira, type AlteredJira } from '../support/altered-jira';
import { NOON } from '../support/desk-builders';

let app: SiteDriver;
let altered: AlteredJira;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  const clock = manualClock(NOON);
  altered = alteredJira(clock);
  const site = await createSite({ clock, queryLagMs: 0, jira: altered.jira });
  await seedChat(site);
  app = driverOf(site, clock);
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('First');
  await chat.settle();
});

const WRITES = {
  assignToMe: /\/assignee$/,
  resolve: /\/transitions$/,
  reply: /\/comment$/,
} as const;
type Write = keyof typeof WRITES;

const about = () => ({ conversationId: visitor.conversationId() });
const write = (call: Write) =>
  call === 'reply'
    ? app.call('ann', call, { ...about(), message: 'Hello', operationId: randomUUID() })
    : app.call('ann', call, about());

function answering(call: Write, status: number, body: unknown): void {
  altered.instead = ({ method, path, actor }) =>
    method !== 'GET' && actor.kind === 'user' && WRITES[call].test(path) ? { status, body } : null;
}

const says = (...errorMessages: string[]) => ({ errorMessages, errors: {} });

describe('what an agent does and Jira refuses', () => {
  it.each([
    ['assignToMe', 403, 'not-allowed'],
    ['assignToMe', 400, 'not-allowed'],
    ['assignToMe', 409, 'conflict'],
    ['resolve', 403, 'not-allowed'],
    ['resolve', 400, 'conflict'],
    ['resolve', 409, 'conflict'],
    ['resolve', 413, 'conflict'],
    ['resolve', 422, 'conflict'],
    ['reply', 403, 'conflict'],
    ['reply', 400, 'conflict'],
    ['reply', 413, 'conflict'],
  ] as const)('%s, with %i: is refused and never asked to be tried again', async (call, status, code) => {
    answering(call, status, says('Because.'));
    const answer = await write(call);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(answer)).not.toMatch(/try again/i);
    expect(await chat.open()).toMatchObject({ row: { ended: false, assignee: null } });
  });

  it.each([
    ['assignToMe', 500],
    ['assignToMe', 429],
    ['resolve', 503],
    ['reply', 502],
  ] as const)('%s, with %i: may work in a moment, and is told so', async (call, status) => {
    answering(call, status, '<html>Bad gateway</html>');
    expect(await write(call)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  });

  it('is told in Jira’s own words, as far as there are some that can be read', async () => {
    const problem = 'You do not have permission to assign issues in this project.';
    answering('assignToMe', 403, says(problem));
    expect(await write('assignToMe')).toMatchObject({ error: { jiraSays: [problem] } });
    answering('assignToMe', 400, {
      errorMessages: [],
      errors: { assignee: 'User ‘ann’ cannot be assigned issues.' },
    });
    expect(await write('assignToMe')).toMatchObject({
      error: { jiraSays: ['User ‘ann’ cannot be assigned issues.'] },
    });
    answering('assignToMe', 403, '<html>Forbidden</html>');
    expect(await write('assignToMe')).not.toHaveProperty('error.jiraSays');
    answering(
      'assignToMe',
      403,
      says(...Array.from({ length: 50 }, (_, n) => `${String(n)} ${'x'.repeat(9_999)}`)),
    );
    const { error } = (await write('assignToMe')) as { error: { jiraSays: string[] } };
    expect(error.jiraSays.map(({ length }) => length)).toEqual([300, 300, 300, 300, 300]);
  });

  it.each(['assignToMe', 'resolve', 'reply'] as const)(
    '%s: a request that is hidden from the agent alone is not lost to the others',
    async (call) => {
      answering(call, 404, says('Issue does not exist or you do not have permission to see it.'));
      expect(await write(call)).toMatchObject({
        ok: false,
        error: { code: call === 'reply' ? 'conflict' : 'not-allowed' },
      });
      expect((await chat.open()).row).toMatchObject({ failure: null, ended: false });
    },
  );

  it.each(['assignToMe', 'resolve', 'reply'] as const)(
    '%s: a request that is gone is said to be, and the chat learns it (T5)',
    async (call) => {
      altered.instead = ({ path }) =>
        /\/issue\/[^/]+(\/|\?|$)/.test(path) ? { status: 404, body: says('Issue does not exist.') } : null;
      expect(await write(call)).toMatchObject({
        ok: false,
        error: { code: call === 'reply' ? 'conflict' : 'not-found' },
      });
      expect((await chat.open()).row).toMatchObject({ failure: 'request-gone', ended: true });
      expect((await visitor.events()).at(-1)).toMatchObject({ kind: 'ended' });
    },
  );

  it('assigning what is assigned to them already, by an answer that was lost, is done', async () => {
    altered.instead = async ({ method, path, actor }) => {
      if (method !== 'PUT' || actor.kind !== 'user' || !WRITES.assignToMe.test(path)) return null;
      altered.instead = () => null;
      const body = JSON.stringify({ accountId: app.accountId('ann') });
      await altered.jira.handle({ method, path, actor, body });
      return { status: 409, body: says('Somebody else was first.') };
    };
    expect(await write('assignToMe')).toMatchObject({
      ok: true,
      value: { row: { assignee: { name: 'Ann Agent' } } },
    });
  });
});
