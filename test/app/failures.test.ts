import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aChat } from '../support/a-chat';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';

interface Line {
  level: string;
  message: string;
  traceId: string;
  times: number;
  request?: string;
  function?: string;
}

let app: SiteDriver;
let widgetId: string;
let visitor: VisitorDriver;

/** The app's own lines; those of the platform about a job that failed are no JSON. */
const linesOf = ({ site }: SiteDriver): Line[] =>
  site.log.lines().flatMap(({ text }) => (text.startsWith('{') ? [JSON.parse(text) as Line] : []));
const get = async (path: string, at = app): Promise<number> =>
  (await at.site.webTrigger({ method: 'GET', path })).status;
const down = (): void => app.site.faults.set({ storage: { down: true } });

beforeEach(async () => {
  app = await aSite();
  widgetId = await app.widgetId('SUP');
  visitor = aVisitor(app, widgetId);
  await app.goOnline('ann');
  await visitor.start('A secret thing', { name: 'Nora New', email: 'nora@example.com' });
  await aChat(app, () => visitor).settle();
  app.site.log.clear();
});

describe('T9: a failure leaves a trace', () => {
  it('each kind at once, and then once a minute with how often it happened', async () => {
    down();
    const began = app.clock.now();
    const kinds = ['availability', 'config', 'poll', 'send'];
    const askAll = async (): Promise<void> => {
      await get(`/v1/availability/${widgetId}`);
      await get(`/v1/widgets/${widgetId}`);
      expect((await visitor.poll(0)).status).toBe(503);
      expect((await visitor.send('Another secret')).status).toBe(503);
    };
    await askAll();
    expect(linesOf(app).map(({ request, times }) => [request, times])).toEqual(
      kinds.map((kind) => [kind, 1]),
    );
    // Six rounds take a minute.
    for (let count = 1; count < 40; count++) {
      await app.clock.advance(MINUTE / 6);
      await askAll();
    }
    for (const kind of kinds) {
      const lines = linesOf(app).filter(({ request }) => request === kind);
      expect(lines.length, kind).toBeLessThanOrEqual(1 + (app.clock.now() - began) / MINUTE);
      expect(lines.length, kind).toBeGreaterThanOrEqual(4);
      expect(lines[0]?.times).toBe(1);
      const told = lines.reduce((sum, { times }) => sum + times, 0);
      // The last minute's are told with the next.
      expect(told, kind).toBeGreaterThan(30);
      expect(told, kind).toBeLessThanOrEqual(40);
    }
  });

  it('with a trace id, and nothing about anybody', async () => {
    down();
    await visitor.poll(0);
    await visitor.send('Another secret');
    await visitor.register({ name: 'Nora New', email: 'nora@example.com' });
    await app.call('cara', 'pollConversation', { conversationId: visitor.conversationId(), after: 0 });
    await app.call('ann', 'reply', {
      conversationId: visitor.conversationId(),
      message: 'A third secret',
      operationId: randomUUID(),
    });
    const lines = linesOf(app);
    expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const line of lines) {
      expect(line).toMatchObject({ level: 'error', times: 1 });
      expect(line.traceId).toMatch(/^[\w-]{8}$/);
    }
    const text = JSON.stringify(lines);
    const { conversationId, token } = visitor;
    for (const secret of [
      'secret',
      'Nora',
      'nora@',
      conversationId(),
      token(),
      app.accountId('ann'),
      app.accountId('cara'),
    ])
      expect(text).not.toContain(secret);
  });

  it('what a person is shown is found in the log, also when others met it in the same minute', async () => {
    down();
    for (const account of ['ann', 'bo', 'pia']) {
      const answer = await app.call(account, 'getPanel', { projectId: SUP });
      const trace = answer.ok ? '' : /trace ([\w-]+)/.exec(answer.error.message)?.[1];
      expect(linesOf(app).map(({ traceId }) => traceId)).toEqual([trace]);
    }
  });

  it('Jira’s, too', async () => {
    app.site.faults.set({ jira: { down: true } });
    for (let count = 0; count < 5; count++)
      expect(await app.code('pia', 'getProjectSettings', { projectId: SUP })).toBe('unavailable');
    expect(linesOf(app)).toMatchObject([{ function: 'getProjectSettings', times: 1 }]);
  });

  it('nothing is said while all is well, and once it is well again', async () => {
    const polls = async (): Promise<void> => {
      for (let count = 0; count < 5; count++) {
        expect(await get(`/v1/availability/${widgetId}`)).toBe(200);
        expect((await visitor.poll(0)).status).toBe(200);
      }
    };
    await polls();
    expect(linesOf(app)).toEqual([]);
    down();
    await get(`/v1/availability/${widgetId}`);
    app.site.faults.set({});
    await app.clock.advance(2 * MINUTE);
    app.site.log.clear();
    await polls();
    expect(linesOf(app)).toEqual([]);
  });

  it('installations that share a process are counted apart', async () => {
    const other = await aSite({ share: app.site });
    const otherId = await other.widgetId('SUP');
    other.site.log.clear();
    app.site.log.clear();
    for (const each of [app, other]) each.site.faults.set({ storage: { down: true } });
    for (let count = 0; count < 3; count++) await get(`/v1/availability/${widgetId}`);
    await get(`/v1/availability/${otherId}`, other);
    for (const each of [app, other])
      expect(linesOf(each)).toMatchObject([{ request: 'availability', times: 1 }]);
    await app.clock.advance(MINUTE);
    await get(`/v1/availability/${otherId}`, other);
    expect(linesOf(other).map(({ times }) => times)).toEqual([1, 1]);
    expect(linesOf(app)).toHaveLength(1);
    other.site.close();
  });
});
