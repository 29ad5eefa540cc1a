import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../../local/server';

let dataDir: string;
let server: RunningServer;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'frontdesk-requests-'));
  server = await startServer({ port: 0, dataDir });
});

afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function read(where: string): Promise<{ status: number; page: CheerioAPI }> {
  const response = await fetch(server.url + where);
  return { status: response.status, page: load(await response.text()) };
}

/** As a browser without scripts sends a form. */
async function send(where: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(server.url + where, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: server.url, ...headers },
    redirect: 'manual',
  });
  const page = load(await response.text());
  return { status: response.status, to: response.headers.get('location'), page };
}

const texts = (page: CheerioAPI, selector: string): string[] =>
  page(selector)
    .toArray()
    .map((element) => page(element).text().trim());

describe('A request', () => {
  const issue = '/as/ann/jira/browse/SUP-4';
  const request = '/as/zoe-zimmer/portal/1/SUP-4';

  it('needs a log-in, and anonymous visitors are told why', async () => {
    const { page } = await read('/as/anonymous/portal/1/create/3');
    expect(page('form')).toHaveLength(0);
    expect(page('.note').text()).toContain('the answer comes to your e-mail');
    expect(page('a[href="/portal/sign-up?destination=portal%2F1%2Fcreate%2F3"]')).toHaveLength(1);
    expect((await send('/as/anonymous/portal/1/create/3', { summary: 'x' })).status).toBe(401);
  });

  it('can be made right after signing up', async () => {
    const form = '/portal/sign-up?destination=portal/1/create/3';
    const taken = await send(form, { name: 'Zoë Zimmer', email: 'cara@example.com' });
    expect(taken.status).toBe(400);
    expect(taken.page('[role=alert]').text()).toContain('log in instead');
    expect(taken.page('input[name=name]').val()).toBe('Zoë Zimmer');
    const { status, to } = await send(form, { name: 'Zoë Zimmer', email: 'zoe@example.com' });
    expect([status, to]).toEqual([303, '/as/zoe-zimmer/portal/1/create/3']);
  });

  it('says what is missing, and keeps what was typed', async () => {
    const { status, page } = await send('/as/zoe-zimmer/portal/1/create/3', { summary: 'Dark theme' });
    expect(status).toBe(400);
    expect(page('[role=alert]').text()).toContain('Area is required');
    expect(page('input[name=summary]').val()).toBe('Dark theme');
  });

  it('is raised, listed and shown to its customer alone', async () => {
    const fields = { summary: 'Dark <theme>', description: 'Please.', customfield_10040: '100401' };
    const { to } = await send('/as/zoe-zimmer/portal/1/create/3', fields);
    expect(to).toBe(request);
    expect((await read(request)).page('h1').text()).toBe('Dark <theme>');
    expect(texts((await read('/as/zoe-zimmer/portal/requests')).page, '.request-type')[0]).toContain('SUP-4');
    expect((await read('/as/cara/portal/1/SUP-4')).status).toBe(404);
    expect((await read('/as/anonymous/portal/1/SUP-4')).status).toBe(404);
    expect(texts((await read('/as/ann/jira/projects/SUP')).page, 'tbody td:first-child')).toContain('SUP-4');
  });

  it('is answered in Jira; notes stay there', async () => {
    await send(`${issue}/comment`, { text: 'Soon.', visibility: 'public' });
    await send(`${issue}/comment`, { text: 'In March, I hope.', visibility: 'internal' });
    await send(`${request}/comment`, { text: '*Thanks* <b>!' });
    expect(texts((await read(issue)).page, '.comment-body')).toEqual([
      'Soon.',
      'In March, I hope.',
      '*Thanks* <b>!',
    ]);
    expect(texts((await read(issue)).page, '.comment-internal .comment-body')).toEqual(['In March, I hope.']);
    expect(texts((await read(request)).page, '.comment-body')).toEqual(['Soon.', '*Thanks* <b>!']);
  });

  it('is worked on by agents, and by nobody else', async () => {
    await send(`${issue}/assign`, { assignee: server.site.jira.person('ann')?.accountId ?? '' });
    expect((await send(`${issue}/transition`, { transition: '21' })).to).toBe(issue);
    expect(texts((await read(request)).page, '.lozenge')).toEqual(['Resolved']);
    const asLee = '/as/lee/jira/browse/SUP-4';
    expect(texts((await read(asLee)).page, 'button')).not.toContain('Reply to customer');
    expect((await send(`${asLee}/transition`, { transition: '31' })).status).toBe(400);
    expect((await send(`${asLee}/comment`, { text: 'x', visibility: 'public' })).status).toBe(403);
    const answer = await send(`${asLee}/assign`, { assignee: '' }, { accept: 'application/json' });
    expect([answer.status, answer.page.text()]).toEqual([
      403,
      expect.stringContaining('do not have permission'),
    ]);
  });

  it('follows comments that are edited and deleted', async () => {
    const id = (await read(issue)).page('.comment').first().attr('data-comment') ?? '';
    expect((await read(`${issue}?edit=${id}`)).page('[data-live=comments] textarea').val()).toBe('Soon.');
    await send(`${issue}/edit`, { comment: id, text: 'This week.' });
    expect(texts((await read(request)).page, '.comment-body')[0]).toBe('This week.');
    await send(`${issue}/delete`, { comment: id });
    expect(texts((await read(request)).page, '.comment-body')).toEqual(['*Thanks* <b>!']);
    expect((await send(`${issue}/delete`, { comment: id })).status).toBe(404);
  });

  it('is changed by pages of the site only', async () => {
    for (const origin of ['http://evil.example', 'null', '']) {
      const { status } = await send(`${issue}/comment`, { text: 'x', visibility: 'public' }, { origin });
      expect(status).toBe(403);
    }
  });

  it('is named to the portal’s footer', async () => {
    const { page } = await read(request);
    const { modules } = JSON.parse(page('#page-data').text()) as { modules: { extension: unknown }[] };
    expect(modules[0]?.extension).toMatchObject({
      page: 'view_request',
      portal: { id: 1 },
      request: { key: 'SUP-4', typeId: 3 },
    });
  });

  it('is found at the addresses that the real Jira has', async () => {
    const response = await fetch(`${server.url}/servicedesk/customer/portal/1/SUP-4`, {
      redirect: 'manual',
      headers: { cookie: 'frontdesk-portal-visitor=zoe-zimmer' },
    });
    expect(response.headers.get('location')).toBe(request);
  });

  it('is still there after a restart', async () => {
    await server.close();
    server = await startServer({ port: 0, dataDir });
    expect(texts((await read(request)).page, '.comment-body')).toEqual(['*Thanks* <b>!']);
  });

  it('is deleted by who administers the project, and by nobody else', async () => {
    const asPia = '/as/pia/jira/browse/SUP-4';
    expect(texts((await read(issue)).page, 'summary')).not.toContain('Delete request');
    expect((await send(`${issue}/delete-issue`, {})).status).toBe(403);
    expect(texts((await read(asPia)).page, 'summary')).toContain('Delete request');
    expect((await send(`${asPia}/delete-issue`, {})).to).toBe('/as/pia/jira/projects/SUP');
    expect([(await read(issue)).status, (await read(request)).status]).toEqual([404, 404]);
    expect((await send(`${asPia}/delete-issue`, {})).status).toBe(404);
  });
});
