import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../support/desk-builders';
import { HR, SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

const page = (account = 'pia', projectId = SUP) => app.value(account, 'getProjectSettings', { projectId });
const change = async (settings: object, account = 'pia', projectId = SUP) => {
  const before = await page(account, projectId);
  return app.call(account, 'saveProjectSettings', {
    projectId,
    settings: { ...before.settings, ...settings },
    rev: before.rev,
  });
};

describe('project settings', () => {
  it('enable chat in a service project, with a snippet of one line that works at once', async () => {
    expect(await page('joe', HR)).toMatchObject({
      settings: { chatEnabled: false },
      widgetId: null,
      snippet: null,
      state: 'disabled',
    });
    const saved = await change({ chatEnabled: true }, 'joe', HR);
    if (!saved.ok) throw new Error(saved.error.message);
    const { widgetId, snippet, webTriggerUrl } = saved.value;
    expect(snippet).toBe(
      `<script async crossorigin src="${String(webTriggerUrl)}/v1/widget.js" data-widget="${String(widgetId)}"></script>`,
    );
    expect((await app.poll(String(widgetId))).state).toBe('offline');
  });

  it('refuse chat in a project without a customer portal', async () => {
    expect(await change({ chatEnabled: true }, 'joe', '10004')).toMatchObject({
      error: { code: 'invalid-request' },
    });
  });

  it('refuse a save on top of somebody else’s, and agents coming and going are nobody’s save', async () => {
    const { settings, rev } = await page();
    await app.goOnline('ann');
    const welcome = (account: string, welcomeText: string) =>
      app.code(account, 'saveProjectSettings', {
        projectId: SUP,
        settings: { ...settings, welcomeText },
        rev,
      });
    expect(await welcome('pia', 'Hello')).toBe('ok');
    expect(await welcome('joe', 'Hi')).toBe('conflict');
    expect((await page()).settings.welcomeText).toBe('Hello');
  });

  it.each([
    [['https://www.example.com', 'http://localhost:8080'], 'ok'],
    [['https://www.example.com/'], 'invalid-request'],
    [['https://www.example.com/help'], 'invalid-request'],
    [['www.example.com'], 'invalid-request'],
    [['javascript:alert(1)'], 'invalid-request'],
    [['*'], 'invalid-request'],
    [Array.from({ length: 21 }, (_, index) => `https://${index}.example.com`), 'invalid-request'],
  ])('allowed web sites %j: %s', async (allowedOrigins, code) => {
    const answer = await change({ allowedOrigins });
    expect(answer.ok ? 'ok' : answer.error.code).toBe(code);
  });

  it('reach the widget’s configuration with the save', async () => {
    const { widgetId } = await page();
    await change({
      welcomeText: 'Welcome <b>you</b>',
      allowedOrigins: ['https://a.example'],
      anonymous: 'never',
    });
    const answer = await app.site.webTrigger({ method: 'GET', path: `/v1/widgets/${String(widgetId)}` });
    expect(JSON.parse(String(answer.body))).toMatchObject({
      welcomeText: 'Welcome <b>you</b>',
      allowedOrigins: ['https://a.example'],
      anonymous: 'never',
    });
  });

  it('C6: hide the icon while nobody is online', async () => {
    const { widgetId } = await page();
    await change({ hideWhenOffline: true });
    expect((await app.poll(String(widgetId))).state).toBe('hidden');
    await app.goOnline('ann');
    expect((await app.poll(String(widgetId))).state).toBe('online');
  });

  it('S1: switching chat off and on again finds nobody online', async () => {
    await app.goOnline('ann');
    await change({ chatEnabled: false });
    await change({ chatEnabled: true });
    expect(await page()).toMatchObject({ state: 'offline', onlineCount: 0 });
  });

  it('give a new id: the old snippet stops working, the new one works', async () => {
    const before = await page();
    const after = await app.value('pia', 'renewWidgetId', { projectId: SUP });
    expect(after.widgetId).not.toBe(before.widgetId);
    expect((await app.poll(String(before.widgetId))).state).toBe('disabled');
    expect((await app.poll(String(after.widgetId))).state).toBe('offline');
  });

  it('write down who changed what, newest first, a page at a time', async () => {
    for (let index = 0; index < 30; index++) {
      await change({ welcomeText: `Hello ${index}` });
      await app.clock.advance(1_000);
    }
    const first = await app.value('pia', 'getProjectLog', { projectId: SUP });
    expect(first.rows).toHaveLength(25);
    expect(first.rows[0]).toMatchObject({
      event: 'changed-settings',
      actor: { name: 'Pia Park' },
      changed: ['welcomeText'],
    });
    const second = await app.value('pia', 'getProjectLog', { projectId: SUP, cursor: String(first.cursor) });
    expect(second.rows.at(-1)?.event).toBe('enabled-chat');
    const times = [...first.rows, ...second.rows].map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
  });
});

describe('the portal frame', () => {
  it('C1: gets what the web trigger says, and what it needs once, for customers and anonymous visitors', async () => {
    await app.goOnline('ann');
    for (const [account, identified] of [
      ['cara', true],
      ['anonymous', false],
      ['lee', true],
    ] as const) {
      const answer = await app.value(account, 'getPortalAvailability', { portalId: 1, locale: 'fr' });
      const { widget, ...availability } = answer;
      // The version is for caches, which the portal does not have.
      const { config: _version, ...said } = await app.poll(await app.widgetId('SUP'));
      expect(availability).toMatchObject(said);
      expect(widget).toMatchObject({
        locale: 'fr-FR',
        identified,
        requestUrl: `${app.site.siteUrl}/servicedesk/customer/portal/1`,
      });
    }
  });

  it('C7: draws nothing for a portal without chat, and for one that does not exist', async () => {
    const answers = [];
    for (const portalId of ['3', '999'])
      answers.push(await app.value('cara', 'getPortalAvailability', { portalId }));
    expect(answers[0]).toMatchObject({ state: 'disabled' });
    expect(answers[0]).not.toHaveProperty('widget');
    expect(answers[1]).toEqual(answers[0]);
  });
});

describe('personal data', () => {
  it('is reported every week, and a closed account is erased from everything', async () => {
    await app.value('ann', 'goOnline', {
      scope: 'project',
      projectId: SUP,
      operationId: anOperation(),
      remember: { minutes: 30, scope: 'all' },
    });
    const id = app.accountId('ann');
    app.site.jira.deletePerson(id); // closed without an event that reaches the app
    await app.site.leap(8 * 24 * HOUR);
    expect(JSON.stringify(app.site.kvs.snapshot())).not.toContain(id);
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    expect(rows.find(({ event }) => event === 'went-online')).toMatchObject({ actor: { name: null } });
  }, 120_000);
});
