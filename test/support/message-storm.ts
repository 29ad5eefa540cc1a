import { randomUUID } from 'node:crypto';
import type { FaultSettings } from '../../local/fault-settings';
import { adfOfText, textOfAdf } from '../../local/jira/records/adf';
import { roleVisibility } from '../../local/jira/records/comment-visibility';
import type { Issue } from '../../local/jira/records/issue';
import { APP_ACCOUNT } from '../../local/jira/records/people';
import { STARTS_PER_DAY_MAX } from '../../src/domain/limits';
import { aChat } from './a-chat';
import { SUP, aSite, type SiteDriver } from './a-site';
import { aVisitor, type VisitorDriver } from './a-visitor';
import { MINUTE } from './desk-builders';

export interface StormSize {
  conversations: number;
  /** In each. */
  messages: number;
  /** Besides the usual faults; visitors then leave addresses of all kinds, and agents answer. */
  refusal?: FaultSettings;
}

/** What became of messages that were acknowledged, and of answers. All but the first two are to be 0. */
export interface MessageStormReport {
  acknowledged: number;
  /** Of the app, refused ones and those of two hours of upkeep counted in. */
  jiraCalls: number;
  lost: number;
  doubled: number;
  /** Conversations in which they stand in another order, in the chat, on the page or in Jira. */
  outOfOrder: number;
  /** Never told of as delivered. */
  undelivered: number;
  /** Texts on the page of somebody whom they are not for. */
  shownToOthers: number;
  /** Texts under the name of somebody who did not write them. */
  underOthersName: number;
  /** What Atlassian's documents do not know of calls and answers. */
  contractProblems: number;
}

const textOf = (index: number, number: number): string => `message ${index} of ${number}`;
const answerOf = (index: number, number: number): string => `answer ${index} of ${number}`;
const secretOf = (index: number, number: number): string => `secret ${index} of ${number}`;

/** Addresses that are free, a customer's, an agent's, a closed account's; and none. */
const ADDRESSES = [
  null,
  (number: number) => `visitor${number}@example.org`,
  () => 'cara@example.com',
  () => 'ann@example.com',
  () => 'dee@example.com',
];

interface Conversation {
  number: number;
  visitor: VisitorDriver;
  email: string | undefined;
  answers: string[];
}

/** Visitors write while storage and Jira refuse, lose and delay calls, and jobs run twice and late. */
export async function messageStorm(size: StormSize): Promise<MessageStormReport> {
  const { conversations, messages, refusal } = size;
  const app = await aSite();
  await app.goOnline('ann');
  await takeMany(app);
  const widgetId = await app.widgetId('SUP');
  const chats = Array.from({ length: conversations }, (_, number): Conversation => {
    const email = refusal && ADDRESSES[number % ADDRESSES.length]?.(number);
    return { number, visitor: aVisitor(app, widgetId), email, answers: [] };
  });
  app.site.faults.set({
    ...refusal,
    storage: { throttled: 0.03, lostBefore: 0.02, lostAfter: 0.02, ...refusal?.storage },
    jira: { throttled: 0.03, lostBefore: 0.03, lostAfter: 0.03, ...refusal?.jira },
    queue: { duplicate: 0.2, lateMs: 20_000 },
    seed: 42,
  });
  const report: MessageStormReport = {
    acknowledged: 0,
    jiraCalls: 0,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    undelivered: 0,
    shownToOthers: 0,
    underOthersName: 0,
    contractProblems: 0,
  };
  for (let index = 0; index < messages; index++) {
    for (const chat of chats) {
      await insist(app, chat, index);
      report.acknowledged++;
      if (refusal && index % 5 === 4) answer(app, chat, index);
    }
    await app.clock.advance(5_000);
  }
  await app.clock.advance(60 * MINUTE);
  // What breaks is over by then; what a site refuses, it goes on to refuse.
  app.site.faults.set({ ...refusal });
  await app.clock.advance(60 * MINUTE);
  app.site.faults.set({});
  report.jiraCalls = callsToJira(app.site);

  for (const chat of chats) await judge(app, chat, messages, report);
  report.contractProblems = app.site.contractProblems().length;
  app.site.close();
  return report;
}

/** A large storm begins in some minutes: strangers start so many chats in each, and in an hour and a day what is set. */
async function takeMany(app: SiteDriver): Promise<void> {
  const { settings, rev } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
  const many = { ...settings, startsPerDay: STARTS_PER_DAY_MAX };
  await app.value('pia', 'saveProjectSettings', { projectId: SUP, settings: many, rev });
}

const callsToJira = ({ stats }: SiteDriver['site']): number =>
  Object.values(stats.snapshot().jira).reduce((total, { calls }) => total + calls, 0);

/** As a page does: the same message is sent until it is acknowledged. */
async function insist(app: SiteDriver, chat: Conversation, index: number): Promise<void> {
  const { visitor, number, email } = chat;
  const clientMessageId = randomUUID();
  const text = textOf(index, number);
  for (let tries = 0; tries < 800; tries++) {
    const details = email === undefined ? {} : { name: nameOf(number), email };
    const { status } =
      index === 0
        ? await visitor.start(text, { clientMessageId, ...details })
        : await visitor.send(text, clientMessageId);
    if (status < 300) return;
    // Ten wait at most: with Jira failing and jobs late, room may take minutes.
    await app.clock.advance(5_000);
  }
  throw new Error('a message was never acknowledged');
}

const nameOf = (number: number): string => `Visitor ${number} of them`;

/** An agent writes in Jira, to the visitor and to colleagues, where the request is there already. */
function answer({ site }: SiteDriver, { number, answers }: Conversation, index: number): void {
  const { actions, directory } = site.jira.desk;
  const [issue] = requestsAbout(site, number);
  if (!issue) return;
  const ann = directory.account(directory.person('ann')?.accountId ?? '');
  actions.comment(ann, issue, { body: adfOfText(answerOf(index, number)), isPublic: true });
  actions.comment(ann, issue, {
    body: adfOfText(secretOf(index, number)),
    isPublic: true,
    visibility: roleVisibility('Service Desk Team'),
  });
  answers.push(answerOf(index, number));
}

async function judge(
  app: SiteDriver,
  { number, visitor, email, answers }: Conversation,
  messages: number,
  report: MessageStormReport,
): Promise<void> {
  const expected = Array.from({ length: messages }, (_, index) => textOf(index, number));
  const seen = await aChat(app, () => visitor).transcript();
  const inChat = seen.map(({ from, text }) => ({ byVisitor: from === 'visitor', text }));
  const onPage = (await visitor.events()).flatMap((event) =>
    event.kind === 'message' ? [{ byVisitor: event.from === 'visitor', text: event.text }] : [],
  );
  const requests = requestsAbout(app.site, number);
  report.undelivered += seen.filter(({ delivery }) => delivery !== 'delivered').length;
  compare(report, expected, [
    ...requests.map(({ summary }) => summary),
    ...requests.flatMap(({ comments }) => comments.flatMap(({ body }) => typedIn(textOfAdf(body)))),
  ]);
  for (const texts of [inChat, onPage]) {
    compare(report, expected, textsOf(texts, 'message'));
    compare(report, answers, textsOf(texts, 'answer'));
    const isTheirs = ({ text }: Said): boolean => expected.includes(text) || answers.includes(text);
    report.shownToOthers += texts.filter((said) => !isTheirs(said)).length;
    report.underOthersName += texts.filter((said) => said.byVisitor === answers.includes(said.text)).length;
  }
  // A claim stays a claim: the request is the app's, or of the one account that has the address.
  const mayReport = new Set([
    APP_ACCOUNT.accountId,
    app.site.jira.desk.directory.personByEmail(email ?? '')?.accountId,
  ]);
  report.underOthersName += requests.filter(({ reporterId }) => !mayReport.has(reporterId)).length;
}

interface Said {
  byVisitor: boolean;
  text: string;
}

const textsOf = (texts: Said[], kind: string): string[] =>
  texts.map(({ text }) => text).filter((text) => text.startsWith(kind));

/** What was typed, out of a comment that the app brought: under the visitor's name. */
const typedIn = (text: string): string[] => text.match(/^message \d+ of \d+$/gm) ?? [];

function compare(report: MessageStormReport, expected: string[], found: string[]): void {
  const distinct = [...new Set(found)];
  report.lost += expected.filter((text) => !distinct.includes(text)).length;
  report.doubled += found.length - distinct.length;
  const known = expected.filter((text) => distinct.includes(text));
  if (JSON.stringify(known) !== JSON.stringify(distinct)) report.outOfOrder++;
}

/** The first messages of a conversation are requests' summaries: one, unless it was raised twice. */
const requestsAbout = ({ jira }: SiteDriver['site'], number: number): Issue[] =>
  jira.desk.issues.all().filter(({ summary }) => summary === textOf(0, number));
