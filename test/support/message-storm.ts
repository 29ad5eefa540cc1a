import { randomUUID } from 'node:crypto';
import { SUP, aSite, type SiteDriver } from './a-site';
import { aVisitor, type VisitorDriver } from './a-visitor';
import { MINUTE } from './desk-builders';

export interface StormSize {
  conversations: number;
  /** In each. */
  messages: number;
}

/** What became of messages that were acknowledged. All but the first are to be 0. */
export interface MessageStormReport {
  acknowledged: number;
  lost: number;
  doubled: number;
  /** Conversations in which they stand in another order, in the chat or in Jira. */
  outOfOrder: number;
  /** Never told of as delivered. */
  undelivered: number;
}

interface Comment {
  body: unknown;
}

const textOf = (index: number, number: number): string => `message ${index} of ${number}`;

/** What was typed, out of a comment that the app brought: under the visitor's name. */
const typedIn = ({ body }: Comment): string[] =>
  [...JSON.stringify(body).matchAll(/"(message \d+ of \d+)"/g)].map(([, text]) => String(text));

/** Visitors write while storage and Jira refuse, lose and delay calls, and jobs run twice and late. */
export async function messageStorm({ conversations, messages }: StormSize): Promise<MessageStormReport> {
  const app = await aSite();
  await app.goOnline('ann');
  const widgetId = await app.widgetId('SUP');
  const visitors = Array.from({ length: conversations }, () => aVisitor(app, widgetId));
  app.site.faults.set({
    storage: { throttled: 0.03, lostBefore: 0.02, lostAfter: 0.02 },
    jira: { throttled: 0.03, lostBefore: 0.03, lostAfter: 0.03 },
    queue: { duplicate: 0.2, lateMs: 20_000 },
    seed: 42,
  });
  const report = { acknowledged: 0, lost: 0, doubled: 0, outOfOrder: 0, undelivered: 0 };
  for (let index = 0; index < messages; index++) {
    for (const [number, visitor] of visitors.entries()) {
      await insist(app, visitor, index, textOf(index, number));
      report.acknowledged++;
    }
    await app.clock.advance(5_000);
  }
  await app.clock.advance(60 * MINUTE);
  app.site.faults.set({});
  await app.clock.advance(60 * MINUTE);

  for (const [number, visitor] of visitors.entries()) {
    const expected = Array.from({ length: messages }, (_, index) => textOf(index, number));
    const view = await app.value('ann', 'getConversation', { conversationId: visitor.conversationId() });
    const said = view.messages.map(({ text }) => text);
    const commented = await commentsOn(app, String(view.row.issueKey));
    const raised = await requestsAbout(app, number);
    report.undelivered += view.messages.filter(({ delivery }) => delivery !== 'delivered').length;
    compare(report, expected, said);
    compare(report, expected, [...raised, ...commented]);
  }
  return report;
}

/** As a page does: the same message is sent until it is acknowledged. */
async function insist(app: SiteDriver, visitor: VisitorDriver, index: number, text: string): Promise<void> {
  const clientMessageId = randomUUID();
  for (let tries = 0; tries < 200; tries++) {
    const { status } =
      index === 0
        ? await visitor.start(text, { clientMessageId })
        : await visitor.send(text, clientMessageId);
    if (status < 300) return;
    await app.clock.advance(1_000);
  }
  throw new Error('a message was never acknowledged');
}

function compare(report: MessageStormReport, expected: string[], found: string[]): void {
  const distinct = [...new Set(found)];
  report.lost += expected.filter((text) => !distinct.includes(text)).length;
  report.doubled += found.length - distinct.length;
  const known = expected.filter((text) => distinct.includes(text));
  if (JSON.stringify(known) !== JSON.stringify(distinct)) report.outOfOrder++;
}

async function commentsOn(app: SiteDriver, issueKey: string): Promise<string[]> {
  const found = await read(app, `/rest/api/3/issue/${issueKey}/comment?maxResults=100&orderBy=created`);
  return (found as { comments: Comment[] }).comments.flatMap(typedIn);
}

/** The first messages of a conversation are requests' summaries: one, unless it was raised twice. */
async function requestsAbout(app: SiteDriver, number: number): Promise<string[]> {
  const text = textOf(0, number);
  const jql = encodeURIComponent(`project = ${SUP} AND text ~ "${text}"`);
  const found = await read(app, `/rest/api/3/search/jql?jql=${jql}&fields=summary&maxResults=100`);
  const { issues } = found as { issues: { fields: { summary: string } }[] };
  return issues.map(({ fields }) => fields.summary).filter((summary) => summary === text);
}

async function read(app: SiteDriver, path: string): Promise<unknown> {
  const actor = { kind: 'user' as const, accountId: app.accountId('ann') };
  const { body } = await app.site.jira.handle({ method: 'GET', path, actor });
  return JSON.parse(body);
}
