import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';

const PAGE = readFileSync(path.resolve(import.meta.dirname, '../../docs/automation.md'), 'utf8');

/** The address that the recipe has Automation ask. */
const ADDRESS = /^ *\$URL(\/\S+)$/m.exec(PAGE)?.[1] ?? '';

/** The lines of the recipe's condition: all have to be so. */
const CONDITIONS = [...PAGE.matchAll(/\| `\{\{(\S+)\}\}` +\| (equals|does not equal) +\| `(\S+)` +\|/g)].map(
  ([, value = '', condition = '', wanted = '']) => ({ value, isEqual: condition === 'equals', wanted }),
);

/** Every smart value that the page names. */
const SMART_VALUES = [...new Set([...PAGE.matchAll(/\{\{(\S+?)\}\}/g)].map(([, name = '']) => name))];

const QUERIES = [...PAGE.matchAll(/```jql\n(.*)\n```/g)].map(([, jql = '']) => jql);

/** As Automation reads one: what is not there is empty. */
function smartValue(response: object, name: string): string {
  let value: unknown = response;
  for (const member of name.split('.').slice(1))
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[member] : undefined;
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

let app: SiteDriver;
beforeEach(async () => {
  app = await aSite();
});

describe('docs/automation.md: Automation', () => {
  const send = async (widgetId: string): Promise<{ status: number; body: object }> => {
    const address = ADDRESS.replace('$WIDGET_ID', widgetId);
    const { status, body } = await app.site.webTrigger({ method: 'GET', path: address });
    return { status, body: JSON.parse(String(body)) as object };
  };
  const holds = (response: object): boolean =>
    CONDITIONS.every(({ value, isEqual, wanted }) => (smartValue(response, value) === wanted) === isEqual);

  it('has a request, a condition of several lines, and says which smart values there are', () => {
    expect(ADDRESS).toBe('/v1/availability/$WIDGET_ID');
    expect(CONDITIONS.map(({ value }) => value)).toEqual([
      'webResponse.status',
      'webResponse.body.degraded',
      'webResponse.body.state',
    ]);
  });

  it('promises somebody while somebody is online, and nobody afterwards (C8)', async () => {
    const widgetId = await app.widgetId('SUP');
    expect(holds(await send(widgetId))).toBe(false);
    await app.goOnline('ann');
    expect(holds(await send(widgetId))).toBe(true);
    await app.goOffline('ann');
    expect(holds(await send(widgetId))).toBe(false);
  });

  it('promises nobody while the state cannot be known, nor for an id that is none (C7, C8)', async () => {
    const widgetId = await app.widgetId('SUP');
    await app.goOnline('ann');
    expect(holds(await send('A'.repeat(22)))).toBe(false);
    app.site.faults.set({ storage: { down: true } });
    const response = await send(widgetId);
    expect(smartValue(response, 'webResponse.body.degraded')).toBe('true');
    expect(holds(response)).toBe(false);
    for (const status of [404, 429, 503])
      expect(holds({ status, body: { state: 'online' } }), String(status)).toBe(false);
  });

  it('names only smart values that the answer has', async () => {
    const widgetId = await app.widgetId('SUP');
    const response = await send(widgetId);
    const known = Object.keys(response);
    // The two that an answer has only when they are so: docs/web-trigger.md.
    const members = new Set([...Object.keys(response.body), 'expected', 'degraded']);
    for (const name of SMART_VALUES) {
      const [root, part = '', member] = name.split('.');
      expect([root, known.includes(part)], name).toEqual(['webResponse', true]);
      expect(member === undefined || members.has(member), name).toBe(true);
    }
  });
});

describe('docs/automation.md: JQL', () => {
  let visitor: VisitorDriver;
  let chat: ChatDriver;
  beforeEach(async () => {
    visitor = aVisitor(app, await app.widgetId('SUP'));
    chat = aChat(app, () => visitor);
  });

  const found = async (jql: string): Promise<string[]> => {
    const asked = { jql, fields: ['summary'] };
    const { status, body } = await chat.jira('bo', 'POST', '/rest/api/3/search/jql', asked);
    expect(status, jql).toBe(200);
    return (body as { issues: { key: string }[] }).issues.map(({ key }) => key);
  };

  it('finds what each query says that it finds (K9)', async () => {
    const [unanswered = '', late = '', unconfirmed = '', promised = ''] = QUERIES;
    expect(QUERIES).toHaveLength(4);
    await visitor.start('Hello', { name: 'Nora New', email: 'nora@example.com' });
    await chat.settle();
    const nora = String((await chat.open()).row.issueKey);
    await app.goOnline('ann');
    visitor = aVisitor(app, await app.widgetId('SUP'));
    await visitor.start('Hello');
    await chat.settle();
    const other = String((await chat.open()).row.issueKey);
    expect(await found(unanswered)).toEqual([other]);
    expect(await found(unconfirmed)).toEqual([nora]);
    expect(await found(promised)).toEqual([other]);
    expect(await found(late)).toEqual([]);
    await app.clock.advance(3 * MINUTE);
    await chat.reply('Sorry');
    await app.clock.advance(MINUTE);
    expect(await found(unanswered)).toEqual([]);
    expect(await found(late)).toEqual([other]);
  });

  it('names each indexed value by its place and its alias, and no other', () => {
    const rows = [...PAGE.matchAll(/^\| `([a-zA-Z.]+)` +\| `(frontdesk[A-Za-z]+)`/gm)];
    expect(rows.map(([, place, alias]) => `${String(place)} ${String(alias)}`)).toEqual(
      app.site.manifest.indexed.map(({ path: place, searchAlias }) => `${place} ${String(searchAlias)}`),
    );
    expect(new Set(app.site.manifest.indexed.map(({ propertyKey }) => propertyKey))).toEqual(
      new Set(['frontdesk']),
    );
  });

  it('refuses to search for what the app does not have Jira index', async () => {
    const { status } = await chat.jira('bo', 'POST', '/rest/api/3/search/jql', {
      jql: `project = ${SUP} AND issue.property[frontdesk].name = "Ann"`,
    });
    expect(status).toBe(400);
  });
});
