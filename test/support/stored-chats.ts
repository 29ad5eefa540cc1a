import { type Conversation } from '../../src/domain/conversation';
import { pulseOf } from '../../src/domain/pulse';
import { startConversation } from '../../src/domain/conversation-transitions';
import { encodeLedger, type LedgerRecord } from '../../src/platform/conversation-ledger';
import { encodeConversation } from '../../src/platform/conversation-record';
import { encodePulse } from '../../src/platform/pulse-record';
import { storageKey } from '../../src/platform/storage';
import { SUP, type SiteDriver } from './a-site';
import { NOON } from './desk-builders';

/** A conversation's id is 22 characters. */
export const chatId = (name: string): string => name.padEnd(22, '_');

/** A chat that its visitor began, answered by nobody, in Jira as SUP-1. */
export function aStoredChat(name: string, overrides: Partial<Conversation> = {}): Conversation {
  const begun = startConversation({
    id: chatId(name),
    projectId: SUP,
    visitor: { kind: 'anonymous', name, email: null, accountId: null },
    tokenHash: 'hash',
    page: null,
    locale: null,
    serviceDeskId: '1',
    message: `This is ${name}`,
    clientMessageId: `first of ${name}`,
    now: overrides.last?.at ?? NOON,
  });
  if (begun.kind !== 'changed') throw new Error('a chat begins');
  return { ...begun.conversation, rev: 1, issue: { id: '1', key: 'SUP-1' }, pending: [], ...overrides };
}

/** So many of them, each a second older than the one before. */
export const storedChats = (
  count: number,
  name: (index: number) => string,
  overrides: (at: number) => Partial<Conversation> = () => ({}),
  newest = NOON,
): Conversation[] =>
  Array.from({ length: count }, (_, index) => {
    const at = newest - index * 1_000;
    return aStoredChat(name(index), { last: spoke('visitor', at), ...overrides(at) });
  });

export const spoke = (from: 'visitor' | 'agent', at: number): Conversation['last'] => ({
  from,
  at,
  author: null,
  line: `${from} spoke`,
});

const put = (app: Pick<SiteDriver, 'site'>, path: string, record: object): void => {
  const { status, body } = app.site.kvs.handle(path, JSON.stringify(record));
  if (status >= 300) throw new Error(body);
};

const putConversation = (app: Pick<SiteDriver, 'site'>, key: string, value: object): void =>
  put(app, '/api/v1/entity/set', { entityName: 'conversation', key, value });

/** Puts them into the site's storage as the app would: quicker than that many visitors. */
export function storeChats(app: Pick<SiteDriver, 'site'>, chats: Conversation[]): void {
  for (const chat of chats) {
    const { id, createdAt: at, firstLine: text } = chat;
    putConversation(app, id, encodeConversation(chat));
    put(app, '/api/v1/set', { key: storageKey.ledger(id), value: encodeLedger(chat) });
    put(app, '/api/v1/set', { key: storageKey.pulse(id), value: encodePulse(pulseOf(chat)) });
    const first = { n: 1, at, kind: 'message', from: 'visitor', author: null, text, clientMessageId: null };
    put(app, '/api/v1/set', { key: storageKey.event(id, 1), value: first });
  }
}

/** The stored ledger, as the storage answers it. */
export const storedLedger = (app: Pick<SiteDriver, 'site'>, id: string): string =>
  app.site.kvs.handle('/api/v1/get', JSON.stringify({ key: storageKey.ledger(id) })).body;

/** As it was stored before what grows had a record of its own: all in one, each comment with its names. */
export function forgetLedger(app: Pick<SiteDriver, 'site'>, id: string): void {
  const { value } = JSON.parse(storedChat(app, id)) as {
    value: Record<string, unknown> & { body: Record<string, unknown> };
  };
  const ledger = (JSON.parse(storedLedger(app, id)) as { value: LedgerRecord }).value;
  const { waiting: _waiting, moreAuthors: _more, ...listed } = value.body;
  const { failed: _failed, queued: _queued, queuedAt: _queuedAt, ...rest } = ledger.rest;
  const comments = Object.fromEntries(
    Object.entries(ledger.comments).map(([commentId, [n, at, edit]]) => [commentId, { n, at, edit }]),
  );
  const body = { ...listed, ...rest, authors: ledger.authors, comments, version: 1 };
  putConversation(app, id, { ...value, body });
  app.site.kvs.handle('/api/v1/delete', JSON.stringify({ key: storageKey.ledger(id) }));
}

/** The stored record, as the storage answers it. */
export const storedChat = (app: Pick<SiteDriver, 'site'>, id: string): string =>
  app.site.kvs.handle('/api/v1/entity/get', JSON.stringify({ entityName: 'conversation', key: id })).body;

/** As it was stored before lists had indexes of their own. */
export function forgetListing(app: Pick<SiteDriver, 'site'>, id: string): void {
  forgetLedger(app, id);
  const { value } = JSON.parse(storedChat(app, id)) as { value: Record<string, unknown> };
  const { project, updated, rev, body } = value;
  putConversation(app, id, { project, updated, rev, body });
}

/** As it was stored before it was noted since when its customer waits. */
export function forgetWait(app: Pick<SiteDriver, 'site'>, id: string): void {
  const { value } = JSON.parse(storedChat(app, id)) as {
    value: Record<string, unknown> & { body: { last: Record<string, unknown> } };
  };
  const { since, ...record } = value;
  const { since: _since, ...last } = record.body.last;
  if (since === undefined) throw new Error('the chat says since when its customer waits');
  putConversation(app, id, { ...record, body: { ...record.body, last } });
}

/** As it was stored before chats knew by which widget id they began. */
export function forgetWidget(app: Pick<SiteDriver, 'site'>, id: string): void {
  const { value } = JSON.parse(storedChat(app, id)) as { value: { body: Record<string, unknown> } };
  const { widgetId, ...body } = value.body;
  if (widgetId === undefined) throw new Error('the chat names its widget id');
  putConversation(app, id, { ...value, body });
}

/** As it was stored before polls knew their project. */
export function forgetProjectInPulse(app: Pick<SiteDriver, 'site'>, id: string): void {
  const key = storageKey.pulse(id);
  const { body } = app.site.kvs.handle('/api/v1/get', JSON.stringify({ key }));
  const { p, ...older } = (JSON.parse(body) as { value: Record<string, unknown> }).value;
  if (p === undefined) throw new Error('the pulse names its project');
  put(app, '/api/v1/set', { key, value: older });
}

/** The page of the chat's visitor was heard of then. */
export const storeVisit = (app: Pick<SiteDriver, 'site'>, id: string, at: number): void =>
  put(app, '/api/v1/entity/set', {
    entityName: 'visit',
    key: id,
    value: { project: SUP, heard: new Date(at).toISOString() },
  });

/** What was stored of a chat before Jira was asked again what it says now. */
export function forgetFollowing(app: Pick<SiteDriver, 'site'>, id: string): void {
  forgetLedger(app, id);
  const { value } = JSON.parse(storedChat(app, id)) as {
    value: Record<string, unknown> & { body: Record<string, unknown> & { last: object; comments: object } };
  };
  const { readAt, heardRev, raised, last, comments, ...body } = value.body;
  if (readAt === undefined || heardRev === undefined || raised === undefined)
    throw new Error('the chat says when Jira was asked, and of what it is made');
  const { n: _n, heardAt: _heardAt, ...lastThen } = last as Record<string, unknown>;
  const commentsThen = Object.fromEntries(
    Object.entries(comments as Record<string, Record<string, unknown>>).map(
      ([commentId, { edits: _edits, ...then }]) => [commentId, then],
    ),
  );
  const older = { ...body, last: lastThen, comments: commentsThen };
  putConversation(app, id, { ...value, delivery: 'done', body: older });
  const key = storageKey.pulse(id);
  const pulse = app.site.kvs.handle('/api/v1/get', JSON.stringify({ key }));
  const { r: _r, ...pulseThen } = (JSON.parse(pulse.body) as { value: Record<string, unknown> }).value;
  put(app, '/api/v1/set', { key, value: pulseThen });
}
