import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parsePublicRequest, type WebTriggerRequest } from '../../src/contract/public-request';
import { SUP, aSite } from '../support/a-site';
import { aVisitor, said } from '../support/a-visitor';

const ID = 'AbCdEfGhIjKlMnOpQrStUv';
const asked = `/v1/availability/${ID}`;

describe('a call of the web trigger, as Forge hands it over', () => {
  it.each<[string, Pick<WebTriggerRequest, 'userPath' | 'path'>]>([
    ['both paths', { userPath: asked, path: `/public/AbC-1_x${asked}` }],
    ['userPath alone', { userPath: asked }],
    ['path alone, as addresses are today', { path: `/public/AbC-1_x${asked}` }],
    ['path alone, of the address of before', { path: `/x1/AbC-1_x${asked}` }],
    ['path alone, without the address', { path: asked }],
    ['path alone, with its query', { path: `/x1/AbC-1_x${asked}?locale=de-DE` }],
    ['an empty userPath beside the path', { userPath: '', path: `/public/AbC-1_x${asked}` }],
    ['paths without their first slash', { path: `public/AbC-1_x${asked}` }],
  ])('is understood with %s', (_what, paths) => {
    expect(parsePublicRequest({ method: 'GET', ...paths })).toEqual({
      kind: 'availability',
      widgetId: ID,
    });
  });

  it('is a chat with either path, and may then be as long as a chat’s', () => {
    const body = 'x'.repeat(40_000);
    for (const paths of [
      { userPath: '/v1/conversations' },
      { userPath: 'v1/conversations' },
      { path: '/x1/abc/v1/conversations' },
      { path: '/public/abc//v1/conversations' },
    ]) {
      expect(parsePublicRequest({ method: 'POST', body, ...paths })).toEqual({ kind: 'start' });
    }
  });

  it.each<[string, Pick<WebTriggerRequest, 'userPath' | 'path'>]>([
    ['neither path', {}],
    ['the bare address', { userPath: '', path: '/public/abc' }],
    ['the bare address of before', { path: '/x1/abc/' }],
    ['a page of that name further on', { path: '/v1/x1/abc/v1/widget.js' }],
    ['an address within an address', { path: '/public/abc/public/abc/v1/widget.js' }],
  ])('is nothing with %s', (_what, paths) => {
    expect(parsePublicRequest({ method: 'GET', ...paths })).toMatchObject({ kind: 'error', status: 404 });
  });

  it('is understood without queryParameters, headers and body', () => {
    expect(parsePublicRequest({ method: 'GET', userPath: `/v1/widgets/${ID}` })).toEqual({
      kind: 'config',
      widgetId: ID,
      locale: null,
      version: null,
    });
  });

  it('reaches the app where Forge tells no userPath, with the query that stands in the address', async () => {
    const app = await aSite();
    app.site.faults.set({ contexts: { userPath: false } });
    await app.goOnline('ann');
    const widgetId = await app.widgetId('SUP');
    expect(await app.poll(widgetId)).toMatchObject({ state: 'online' });
    const config = await app.site.webTrigger({ method: 'GET', path: `/v1/widgets/${widgetId}?locale=de-AT` });
    expect(JSON.parse(config.body)).toMatchObject({ locale: 'de-DE' });
    const visitor = aVisitor(app, widgetId);
    expect((await visitor.start('Hello')).status).toBe(201);
    expect(said(await visitor.events())).toEqual(['visitor: Hello']);
  });

  it.each(['origin', 'Origin', 'ORIGIN'])('T3: says from which web page by %s, in any case', async (name) => {
    const app = await aSite();
    const page = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    const settings = { ...page.settings, allowedOrigins: ['https://shop.example'] };
    await app.value('pia', 'saveProjectSettings', { projectId: SUP, settings, rev: page.rev });
    await app.goOnline('ann');
    const start = async (origin: string): Promise<number> =>
      (
        await app.site.webTrigger({
          method: 'POST',
          path: '/v1/conversations',
          headers: { [name]: [origin] },
          body: JSON.stringify({ widgetId: page.widgetId, message: 'Hello', clientMessageId: randomUUID() }),
        })
      ).status;
    expect(await start('https://elsewhere.example')).toBe(403);
    expect(await start('https://shop.example')).toBe(201);
  });
});
