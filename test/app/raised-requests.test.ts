import { beforeEach, describe, expect, it } from 'vitest';
import { textOfAdf, type AdfDocument } from '../../local/jira/records/adf';
import { aChat, type ChatDriver } from '../support/a-chat';
import { HR, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSite();
  app.site.jira.grantAgent(app.accountId('bo'), HR);
  visitor = aVisitor(app, await enabledIn('HR'));
  chat = aChat(app, () => visitor);
  await app.goOnline('bo', { projectId: HR });
  await visitor.start('Holidays?', { page: 'https://shop.example/pricing' });
  await chat.settle();
});

async function enabledIn(projectKey: string): Promise<string> {
  const projectId = app.site.jira.project(projectKey)?.id ?? '';
  const { settings, rev } = await app.value('joe', 'getProjectSettings', { projectId });
  const change = { projectId, settings: { ...settings, chatEnabled: true }, rev };
  return String((await app.value('joe', 'saveProjectSettings', change)).widgetId);
}

const keyOf = async (): Promise<string> => String((await chat.open('bo')).row.issueKey);

async function paragraphsOf(issueKey: string): Promise<string[]> {
  const { body } = await chat.jira('bo', 'GET', `/rest/api/3/issue/${issueKey}?fields=description`);
  const { description } = (body as { fields: { description: AdfDocument } }).fields;
  return (description.content ?? []).map((paragraph) => textOfAdf(paragraph).trim());
}

/** HR's workflow has no way back from resolved. */
async function goOnInNewRequest(): Promise<{ before: string; after: string }> {
  const before = await keyOf();
  await app.value('bo', 'resolve', { conversationId: visitor.conversationId() });
  await visitor.send('And sick leave?');
  await chat.settle();
  const after = await keyOf();
  expect(after).not.toBe(before);
  return { before, after };
}

describe('the description of a request that a chat raised', () => {
  it('begins with who wrote from where, and ends with the reference by which it is found again', async () => {
    const [about, text, reference, ...more] = await paragraphsOf(await keyOf());
    expect([about, text, more]).toEqual(['Visitor · https://shop.example/pricing', 'Holidays?', []]);
    expect(reference).toMatch(/^Chat reference: FD\w+N1$/);
    const word = reference?.split(' ').at(-1);
    const jql = encodeURIComponent(`project = ${HR} AND text ~ "${word}"`);
    const { body } = await chat.jira('bo', 'GET', `/rest/api/3/search/jql?jql=${jql}`);
    expect((body as { issues: unknown[] }).issues).toHaveLength(1);
  });

  it('names the request that the chat was in before, where the workflow had no way back', async () => {
    const { before, after } = await goOnInNewRequest();
    const [about, text, origin, reference] = await paragraphsOf(after);
    expect([about, text, origin]).toEqual([
      'Visitor · https://shop.example/pricing',
      'And sick leave?',
      `This chat continues from ${before}.`,
    ]);
    expect(reference).toMatch(/^Chat reference: FD\w+N\d+$/);
  });
});

describe('a chat that went on in a new request', () => {
  it('is not ended by what is done to the request before', async () => {
    const { before } = await goOnInNewRequest();
    const accountId = app.accountId('bo');
    await chat.jira('bo', 'PUT', `/rest/api/3/issue/${before}/assignee`, { accountId });
    await chat.jira('joe', 'DELETE', `/rest/api/3/issue/${before}`);
    expect((await chat.open('bo')).row).toMatchObject({ ended: false, failure: null, assignee: null });
  });
});
