import { portalAccount, type Conversation, type Visitor } from '../domain/conversation';
import { restart, startConversation as begin, type Step } from '../domain/conversation-transitions';
import { isShut } from '../domain/blocked-visitor';
import { refuseVisitor, succeed, type Result, type VisitorRefusal } from '../domain/errors';
import { CHAT_POLL_FAST_S } from '../domain/limits';
import type { PageContext } from '../domain/page-context';
import { startPromise } from '../domain/start-promise';
import { decodeSummary } from '../domain/summary-record';
import type { Ports } from '../ports';
import type { AskedStart } from './admit-start';
import { changeConversation, type ConversationNeeds } from './change-conversation';
import { decideStart, type Admitted, type DecideNeeds } from './decide-start';
import { identifyVisitor, type Identified, type SaysWho } from './identify-visitor';
import { queueDelivery, type QueueNeeds } from './queue-delivery';
import { refusedAgain, refusedFromMemory } from './refuse-start';

export interface StartInput extends SaysWho, AskedStart {
  message: string;
  page?: string | undefined;
  locale?: string | undefined;
  context?: PageContext | undefined;
  /** The web page's origin; null: not a web page (the portal's frame), or a program that does not say. */
  origin: string | null;
  inPortal: boolean;
}

export interface Started {
  conversationId: string;
  token: string;
  visitor: { kind: Visitor['kind']; name: string | null; email: string | null };
  held?: true;
  now: string;
  next: number;
}

export type StartNeeds = ConversationNeeds &
  DecideNeeds &
  QueueNeeds &
  Pick<Ports, 'publicRecords' | 'identities' | 'refusals'>;

/**
 * A visitor's first message. Whether they may is decided again now, by the server (rule C4). The message is
 * stored first; delivering it to Jira is a job. The same start sent twice is one conversation, whatever became full
 * meanwhile: it is looked for before anything else, except where a flood would use up the storage's calls by that.
 */
export async function startConversation(ports: StartNeeds, asked: StartInput): Promise<Result<Started>> {
  const { publicRecords, clock, crypto, refusals } = ports;
  // Derived from the page's own random id: a start that is sent again finds itself.
  const id = crypto.hash(`${asked.widgetId} ${asked.clientMessageId}`).slice(0, 22);
  const input = { ...asked, id };
  const remembered = refusals.seen(input.widgetId, clock.now());
  const times = refusals.again(id, clock.now());
  const known =
    times > 0
      ? refusedAgain(ports, input, times)
      : remembered && (await refusedFromMemory(ports, input, remembered));
  if (known) return refused(ports, remembered?.config.projectId, known);

  const config = await publicRecords.config(input.widgetId);
  if (!config) return refuseVisitor({ error: 'not-found' });
  const [summary, existing, who] = await Promise.all([
    clock.within(1_500, publicRecords.summary(input.widgetId)),
    ports.conversations.read(id),
    identify(ports, config.projectId, input),
  ]);
  if (summary === undefined) return refuseVisitor({ error: 'not-found' });
  const seen = { summary, config };
  refusals.see(input.widgetId, seen, clock.now());
  if (existing) {
    refusals.noteTaken(id, clock.now());
    const tooOften = times === 0 ? refusedAgain(ports, input, 1) : null;
    if (tooOften) return refused(ports, config.projectId, tooOften);
    return store(ports, input, id, who, null, existing);
  }
  const decision = await decideStart(ports, input, who, seen);
  if ('error' in decision) return refused(ports, config.projectId, decision);
  const told = decodeSummary(summary);
  const promised = told && { promised: startPromise(told, clock.now()) };
  return store(ports, input, id, decision, { ...decision, ...config, ...promised }, null);
}

async function identify(
  { identities, refusals, crypto, clock }: StartNeeds,
  projectId: string,
  input: StartInput,
): Promise<Identified> {
  const now = clock.now();
  let secret: string | null = null;
  if (input.identity !== undefined && input.accountId === null) {
    secret = await identities.secret(projectId);
    refusals.seeSecret(projectId, secret, now);
  }
  return identifyVisitor({ crypto }, projectId, input, secret, now);
}

async function refused(
  { refusals, clock }: Pick<StartNeeds, 'refusals' | 'clock'>,
  projectId: string | undefined,
  refusal: VisitorRefusal,
): Promise<Result<Started>> {
  if (projectId !== undefined) await refusals.count(projectId, clock.now());
  return refuseVisitor(refusal);
}

type Place = Pick<Conversation, 'projectId' | 'serviceDeskId' | 'promised'>;

/** `admitted`: null for one that is there already. */
async function store(
  ports: StartNeeds,
  input: StartInput,
  id: string,
  who: Pick<Identified, 'visitor' | 'signed'>,
  admitted: (Admitted & Place) | null,
  known: Conversation | null,
): Promise<Result<Started>> {
  const { clock, random, crypto } = ports;
  const token = who.signed?.tokenOf(id) ?? random.secret();
  const tokenHash = crypto.hash(token);
  const decide = (existing: Conversation | null, now: number): Step | null => {
    if (existing && !isOf(existing, who))
      return { kind: 'refused', ...refuseVisitor({ error: 'not-found' }) };
    if (existing) return again(existing, input.clientMessageId, tokenHash);
    return admitted && begin({ ...beginning(input, admitted, now), id, tokenHash });
  };
  const started = await changeConversation(ports, id, decide, known);
  if (!started) return refuseVisitor({ error: 'not-found' });
  if (started.kind === 'refused') return refuseVisitor(started.error.visitor ?? { error: 'not-found' });
  ports.refusals.noteTaken(id, clock.now());
  const { visitor, held, queued } = started.conversation;
  if (queued) await queueDelivery(ports, started.conversation);
  return succeed({
    conversationId: id,
    token,
    visitor: { kind: visitor.kind, name: visitor.name, email: visitor.email },
    ...(held && { held: true }),
    now: new Date(clock.now()).toISOString(),
    next: CHAT_POLL_FAST_S,
  });
}

function beginning(
  { message, clientMessageId, page, locale, context, widgetId, inPortal }: StartInput,
  { visitor, signed, isHeld, projectId, serviceDeskId, promised }: Admitted & Place,
  now: number,
): Omit<Parameters<typeof begin>[0], 'id' | 'tokenHash'> {
  return {
    projectId,
    serviceDeskId,
    visitor,
    message,
    clientMessageId,
    page: page ?? null,
    locale: locale ?? null,
    now,
    ...(promised && { promised }),
    ...(context && { context }),
    // On the portal nobody has the id: a new one takes nothing away there.
    ...(!inPortal && { widgetId }),
    ...(signed && { subject: signed.owner }),
    ...(isHeld && { held: { since: now } }),
  };
}

/** Whoever finds the id of somebody else's first message in a browser gets no token of their conversation (rule T3). */
const isOf = (existing: Conversation, { visitor, signed }: Pick<Identified, 'visitor' | 'signed'>): boolean =>
  (existing.subject ?? signed?.owner) === signed?.owner && portalAccount(existing) === visitor.accountId;

/** Stored already: by the same page before, or by this very call, whose answer was lost. */
function again(existing: Conversation, clientMessageId: string, tokenHash: string): Step {
  if (existing.tokenHash === tokenHash) return { kind: 'unchanged', conversation: existing };
  if (isShut(existing)) return { kind: 'refused', ...refuseVisitor({ error: 'closed' }) };
  return restart(existing, clientMessageId, tokenHash);
}
