import { listedOf } from '../../src/domain/conversation-listing';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../../local/clock';
import { createSite } from '../../local/site';
import { createJira, type Jira, type JiraAnswer } from '../../local/jira/jira';
import { inboxRow } from '../../src/usecases/inbox-rows';
import { aChat } from '../support/a-chat';
import { SUP, aSite, driverOf, type SiteDriver } from '../support/a-site';
import { aVisitor } from '../support/a-visitor';
import { HOUR, NOON } from '../support/desk-builders';
import { aStoredChat } from '../support/stored-chats';

const DAY = 24 * 60 * 60 * 1_000;
const PATH = '/rest/api/3/serverInfo';

/** A Jira at an address of its own: Forge tells its functions another one. */
function aJiraAt(siteUrl: string) {
  const clock = manualClock(NOON);
  const jira = createJira({ siteUrl, now: () => clock.now() });
  const told: { instead?: JiraAnswer } = {};
  const handle: Jira['handle'] = (request) =>
    request.path === PATH && told.instead ? Promise.resolve(told.instead) : jira.handle(request);
  return { jira: { ...jira, handle }, told };
}

async function aChatAt(siteUrl: string, options: Parameters<typeof aSite>[0] = {}) {
  const { jira, told } = aJiraAt(siteUrl);
  const app = await aSite({ ...options, jira });
  const visitor = aVisitor(app, await app.widgetId('SUP'));
  const chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('Hello');
  await chat.settle();
  return { app, chat, told };
}

const callsOf = (app: SiteDriver): number => app.site.stats.snapshot().jira[`GET ${PATH}`]?.calls ?? 0;

const config = async (app: SiteDriver): Promise<Record<string, unknown>> => {
  const path = `/v1/widgets/${await app.widgetId('SUP')}`;
  return JSON.parse((await app.site.webTrigger({ method: 'GET', path })).body) as Record<string, unknown>;
};

describe('the address of the site', () => {
  it('is the one that Jira itself names, in the inbox and on customers’ pages', async () => {
    const { app, chat } = await aChatAt('https://acme.example');
    const [row] = await chat.inbox('all');
    expect(row?.issueUrl).toBe(`https://acme.example/browse/${String(row?.issueKey)}`);
    expect((await chat.open()).row.issueUrl).toBe(row?.issueUrl);
    expect(await config(app)).toMatchObject({
      requestUrl: 'https://acme.example/servicedesk/customer/portal/1',
    });
  });

  it('is no matter of what Forge tells functions and pages', async () => {
    const { app, chat } = await aChatAt('https://acme.example');
    app.site.faults.set({ contexts: { siteUrl: false } });
    const [row] = await chat.inbox('all');
    expect(row?.issueUrl).toBe(`https://acme.example/browse/${String(row?.issueKey)}`);
    const page = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    const settings = { ...page.settings, welcomeText: 'Ask us anything.' };
    await app.value('pia', 'saveProjectSettings', { projectId: SUP, settings, rev: page.rev });
    expect(await config(app)).toMatchObject({
      requestUrl: 'https://acme.example/servicedesk/customer/portal/1',
    });
  });

  it('F16: is asked for once a day', async () => {
    const { app, chat } = await aChatAt('https://acme.example');
    app.site.stats.reset();
    for (let times = 0; times < 3; times++) await chat.inbox('all');
    await chat.open();
    expect(callsOf(app)).toBe(0);
    await app.site.leap(DAY);
    for (let times = 0; times < 3; times++) await chat.inbox('all');
    expect(callsOf(app)).toBe(1);
  });

  it('R9: is each installation’s own, on one warm process', async () => {
    const first = await aChatAt('https://acme.example');
    const second = await aChatAt('https://other.example', { share: first.app.site });
    expect((await first.chat.inbox('all'))[0]?.issueUrl).toContain('https://acme.example/');
    expect((await second.chat.inbox('all'))[0]?.issueUrl).toContain('https://other.example/');
  });

  it('is followed when the site gets another one, on customers’ pages by the next sweep', async () => {
    const { app, chat, told } = await aChatAt('https://acme.example');
    told.instead = { status: 200, body: '{"baseUrl":"https://acme-group.example"}' };
    await app.site.leap(DAY + HOUR);
    expect((await chat.inbox('all'))[0]?.issueUrl).toContain('https://acme-group.example/');
    expect(await config(app)).toMatchObject({
      requestUrl: 'https://acme-group.example/servicedesk/customer/portal/1',
    });
    const { rev } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    told.instead = { status: 503, body: '' };
    await app.site.leap(2 * DAY);
    expect(await config(app)).toMatchObject({
      requestUrl: 'https://acme-group.example/servicedesk/customer/portal/1',
    });
    expect((await app.value('pia', 'getProjectSettings', { projectId: SUP })).rev).toBe(rev);
  });

  it('stays the one that was told last, while Jira does not tell it', async () => {
    const { app, chat, told } = await aChatAt('https://acme.example');
    told.instead = { status: 503, body: 'Service Unavailable' };
    await app.site.leap(DAY);
    app.site.stats.reset();
    for (let times = 0; times < 3; times++) {
      expect((await chat.inbox('all'))[0]?.issueUrl).toContain('https://acme.example/');
    }
    // Tried a few times by the first, by the others not at all.
    expect(callsOf(app)).toBeLessThanOrEqual(4);
  });

  it.each<[string, JiraAnswer]>([
    ['fails', { status: 503, body: 'Service Unavailable' }],
    ['answers with a page', { status: 200, body: '<!doctype html>' }],
    ['answers nothing', { status: 200, body: '' }],
    ['answers without an address', { status: 200, body: '{"version":"1001"}' }],
    ['answers an address that is none', { status: 200, body: '{"baseUrl":"javascript:alert(1)"}' }],
  ])('C8: is not made up where it was never told: Jira %s', async (_what, answer) => {
    const clock = manualClock(NOON);
    const { jira, told } = aJiraAt('https://acme.example');
    told.instead = answer;
    const app = driverOf(await createSite({ clock, jira }), clock);
    const { settings, rev } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    const saving = { projectId: SUP, settings: { ...settings, chatEnabled: true }, rev };
    expect(await app.code('pia', 'saveProjectSettings', saving)).toBe('unavailable');
    const after = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    expect([after.settings.chatEnabled, after.snippet, after.rev]).toEqual([false, null, rev]);
    delete told.instead;
    expect(await app.code('pia', 'saveProjectSettings', saving)).toBe('ok');
    expect(await config(app)).toMatchObject({
      requestUrl: 'https://acme.example/servicedesk/customer/portal/1',
    });
  });

  it('C8: while it is not known, a request has its key and no link', () => {
    const chat = listedOf(aStoredChat('Vera', { issue: { id: '7', key: 'SUP-7' } }));
    const shown = { people: new Map(), here: new Set<string>() };
    expect(inboxRow(chat, { ...shown, siteUrl: null })).toMatchObject({ issueKey: 'SUP-7', issueUrl: null });
    expect(inboxRow({ ...chat, issue: null }, { ...shown, siteUrl: 'https://acme.example' })).toMatchObject({
      issueKey: null,
      issueUrl: null,
    });
  });
});
