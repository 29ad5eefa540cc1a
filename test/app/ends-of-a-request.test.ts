import { beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../local/clock';
import { seedChat } from '../../local/seed-chat';
import { createSite } from '../../local/site';
import { aChat, type ChatDriver } from '../support/a-chat';
import { driverOf, type SiteDriver } from '../support/a-site';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';
import { alteredJira, type AlteredJira } from '../support/altered-jira';
import { NOON } from '../support/desk-builders';

let app: SiteDriver;
let altered: AlteredJira;
let visitor: VisitorDriver;
let chat: ChatDriver;

async function start(projectKey: string): Promise<void> {
  const clock = manualClock(NOON);
  altered = alteredJira(clock);
  const site = await createSite({ clock, queryLagMs: 0, jira: altered.jira });
  await seedChat(site);
  app = driverOf(site, clock);
  visitor = aVisitor(app, await app.widgetId(projectKey));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann', { projectId: String(altered.jira.project(projectKey)?.id) });
  await visitor.start('First');
  await chat.settle();
}

const about = () => ({ conversationId: visitor.conversationId() });
const resolve = (transitionId?: string, resolutionId?: string) =>
  app.call('ann', 'resolve', { ...about(), transitionId, resolutionId });
const issue = () => altered.jira.desk.issues.find(String(key));
let key: string | null;
const nameOf = async (): Promise<string | null> => (await chat.open()).row.status;

/** Bo does it, between the agent's question and Jira's answer. */
const colleague = (method: string, path: string, body: object) =>
  altered.jira.handle({
    method,
    path,
    body: JSON.stringify(body),
    actor: { kind: 'user', accountId: app.accountId('bo') },
  });

/** Another list of transitions than Jira's own; taking one of them does nothing but say which. */
function workflow(...steps: [id: string, name: string, to: string, category?: string][]): string[] {
  const taken: string[] = [];
  altered.instead = ({ method, path, body }) => {
    if (!path.includes('/transitions')) return null;
    if (method === 'POST') {
      taken.push((JSON.parse(String(body)) as { transition: { id: string } }).transition.id);
      return { status: 204 };
    }
    const transitions = steps.map(([id, name, to, category = 'done']) => ({
      id,
      name,
      to: { id, name: to, statusCategory: { key: category } },
      isAvailable: true,
      fields: {},
    }));
    return { status: 200, body: { transitions } };
  };
  return taken;
}

describe('“Resolve” in a workflow with many ends', () => {
  beforeEach(async () => {
    await start('OPS');
    key = (await chat.open()).row.issueKey;
  });

  it('asks which: each end by Jira’s name, and each answer where a screen asks what as', async () => {
    const { ways, canResolve } = await chat.open();
    expect(canResolve).toBe(true);
    expect(ways.map(({ id, name, to, resolution }) => [id, name, to, resolution?.name])).toEqual([
      ['51', 'Close', 'Closed', 'Done'],
      ['51', 'Close', 'Closed', 'Won’t do'],
      ['51', 'Close', 'Closed', 'Duplicate'],
      ['21', 'Resolve', 'Resolved', 'Done'],
      ['41', 'Cancel request', 'Canceled', undefined],
    ]);
    expect(ways.map(({ resolves }) => resolves)).toEqual([true, true, true, true, false]);
    const answer = await resolve();
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(JSON.stringify(answer)).toContain('“Close”, “Resolve”, “Cancel request”');
    expect(await nameOf()).toBe('Waiting for support');
  });

  it.each([
    ['21', undefined, 'Resolved', '10000'],
    ['51', '10002', 'Closed', '10002'],
    ['41', undefined, 'Canceled', '10001'],
  ])('takes the way that was chosen: %s as %s', async (transitionId, resolutionId, status, resolution) => {
    const answer = await resolve(transitionId, resolutionId);
    expect(answer).toMatchObject({
      ok: true,
      value: { row: { status, ended: true }, ways: [], canResolve: false },
    });
    expect(issue()?.resolutionId).toBe(resolution);
  });

  it.each([
    ['one that the workflow does not have', '99', undefined],
    ['one that ends nothing', '11', undefined],
    ['an answer that its screen does not have', '21', '10002'],
    ['one whose screen wants an answer, without any', '51', undefined],
  ])('refuses %s, and changes nothing', async (_what, transitionId, resolutionId) => {
    expect(await resolve(transitionId, resolutionId)).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(await nameOf()).toBe('Waiting for support');
  });

  it('names the fields that only Jira’s own screen can ask for, and says where that is', async () => {
    await app.value('ann', 'assignToMe', about());
    expect((await chat.open()).ways.find(({ id }) => id === '61')?.wants).toEqual(['Supplier’s reference']);
    const answer = await resolve('61');
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(JSON.stringify(answer)).toMatch(/“Supplier’s reference”.*\/browse\/OPS-\d+/);
    expect(await nameOf()).toBe('Waiting for support');
  });

  it('a customer who writes again reopens it by the way that says so, not by the first one listed', async () => {
    await resolve('51', '10002');
    await visitor.send('It is broken again');
    await chat.settle();
    expect(await chat.open()).toMatchObject({
      row: { status: 'Waiting for support', issueKey: key, ended: false },
    });
  });
});

describe('“Resolve” in other workflows', () => {
  beforeEach(async () => {
    await start('SUP');
    key = (await chat.open()).row.issueKey;
  });

  it.each([
    [
      'before it',
      [
        ['91', 'Cancel request', 'Canceled'],
        ['21', 'Resolve', 'Resolved'],
      ],
    ],
    [
      'after it',
      [
        ['21', 'Mark as done', 'Done'],
        ['91', 'Won’t do', 'Closed'],
      ],
    ],
    [
      'in German',
      [
        ['91', 'Anfrage abbrechen', 'Abgebrochen'],
        ['21', 'Erledigen', 'Erledigt'],
      ],
    ],
  ] as const)('one end that calls it off, %s, is never taken', async (_where, steps) => {
    const taken = workflow(...steps.map(([id, name, to]): [string, string, string] => [id, name, to]));
    await resolve();
    expect(taken).toEqual(['21']);
  });

  it.each([
    ['calls it off', 'Cancel request', 'Canceled'],
    ['nobody can tell', 'Ship it', 'Shipped'],
  ])('the only end, of which %s, is taken when it is chosen and not before', async (_what, name, to) => {
    const taken = workflow(['91', name, to]);
    expect(await chat.open()).toMatchObject({
      canResolve: true,
      ways: [{ id: '91', name, to, resolves: false }],
    });
    expect(await resolve()).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(taken).toEqual([]);
    await resolve('91');
    expect(taken).toEqual(['91']);
  });

  it('is refused where the workflow has no end from here', async () => {
    const taken = workflow(['11', 'Start progress', 'In progress', 'indeterminate']);
    expect(await chat.open()).toMatchObject({ canResolve: false, ways: [] });
    expect(await resolve()).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(taken).toEqual([]);
  });

  it('passes over transitions whose condition does not hold', async () => {
    altered.instead = ({ method, path }) => {
      if (method !== 'GET' || !path.includes('/transitions')) return null;
      const to = { name: 'Resolved', statusCategory: { key: 'done' } };
      return { status: 200, body: { transitions: [{ id: '21', name: 'Resolve', to, isAvailable: false }] } };
    };
    expect(await chat.open()).toMatchObject({ canResolve: false, ways: [] });
  });

  it('F16: the ways are one question to Jira, with what their screens ask', async () => {
    altered.asked.length = 0;
    await chat.open();
    expect(altered.asked.filter(({ path }) => path.includes('/transitions')).map(({ path }) => path)).toEqual(
      [`/rest/api/3/issue/${String(key)}/transitions?expand=transitions.fields`],
    );
  });

  it('is what it is when a colleague was first: the request is resolved, by whomever', async () => {
    altered.instead = async ({ method, path }) => {
      if (method !== 'POST' || !path.includes('/transitions')) return null;
      altered.instead = () => null;
      await colleague('POST', path, { transition: { id: '21' } });
      return { status: 409, body: { errorMessages: ['Somebody else was first.'], errors: {} } };
    };
    expect(await resolve()).toMatchObject({ ok: true, value: { row: { status: 'Resolved', ended: true } } });
  });

  it('a colleague moved it on: that is said, and how it is now', async () => {
    altered.instead = async ({ method, path }) => {
      if (method !== 'POST' || !path.includes('/transitions')) return null;
      altered.instead = () => null;
      await colleague('POST', path, { transition: { id: '11' } });
      return { status: 400, body: { errorMessages: ['Not valid for the current state.'], errors: {} } };
    };
    expect(await resolve()).toMatchObject({
      ok: false,
      error: { code: 'conflict', jiraSays: ['Not valid for the current state.'] },
    });
    expect(await nameOf()).toBe('In progress');
  });

  it('no way back that Jira lets the app take: the message starts a new request', async () => {
    await resolve();
    altered.instead = ({ method, path }) =>
      method === 'POST' && path.includes('/transitions')
        ? { status: 400, body: { errorMessages: [], errors: { customfield_1: 'Why is required.' } } }
        : null;
    await visitor.send('One more thing');
    await chat.settle();
    const { row, messages } = await chat.open();
    expect(row).toMatchObject({ ended: false, failure: null, pending: 0 });
    expect(row.issueKey).not.toBe(key);
    expect(messages.map(({ text, delivery }) => [text, delivery])).toContainEqual([
      'One more thing',
      'delivered',
    ]);
    expect(said(await visitor.events())).toEqual(['visitor: First', 'visitor: One more thing']);
  });
});
