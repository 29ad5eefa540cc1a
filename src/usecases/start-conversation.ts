import { publicAvailability } from '../domain/availability';
import type { Visitor } from '../domain/conversation';
import { restart, startConversation as begin } from '../domain/conversation-transitions';
import { refuseVisitor, succeed, type Result } from '../domain/errors';
import { readIdentityToken } from '../domain/identity-token';
import { CHAT_POLL_FAST_S, STARTS_PER_ACCOUNT_MINUTE, STARTS_PER_MINUTE } from '../domain/limits';
import { decodeSummary } from '../domain/summary-record';
import { PlatformFault, type Ports } from '../ports';
import type { PublicConfig } from '../storage-ports';
import { changeConversation, type ConversationNeeds } from './change-conversation';
import { queueDelivery } from './queue-delivery';

export interface StartInput {
  widgetId: string;
  message: string;
  clientMessageId: string;
  page?: string | undefined;
  locale?: string | undefined;
  name?: string | undefined;
  email?: string | undefined;
  /** A token of the web site's own back end. */
  identity?: string | undefined;
  /** The web page's origin; null: not a web page (the portal's frame). */
  origin: string | null;
  /** The account of somebody logged in on the portal. */
  accountId: string | null;
}

export interface Started {
  conversationId: string;
  token: string;
  visitor: { kind: Visitor['kind']; name: string | null; email: string | null };
  now: string;
  next: number;
}

export type StartNeeds = ConversationNeeds &
  Pick<Ports, 'publicRecords' | 'startQuota' | 'identities' | 'jobs' | 'crypto' | 'report' | 'slots'>;

/**
 * A visitor's first message. Whether they may is decided again now, by the server (rule C4). The message is
 * stored first; delivering it to Jira is a job. The same start sent twice is one conversation.
 */
export async function startConversation(ports: StartNeeds, input: StartInput): Promise<Result<Started>> {
  const { publicRecords, startQuota, clock, random, crypto } = ports;
  const [record, config] = await Promise.all([
    clock.within(1_500, publicRecords.summary(input.widgetId)),
    publicRecords.config(input.widgetId),
  ]);
  if (record === undefined || !config) return refuseVisitor({ error: 'not-found' });
  const summary = decodeSummary(record);
  if (!summary) throw new PlatformFault('the public summary cannot be read');
  const { allowedOrigins } = config;
  if (input.origin !== null && allowedOrigins.length > 0 && !allowedOrigins.includes(input.origin)) {
    return refuseVisitor({ error: 'origin-refused' });
  }
  const now = clock.now();
  const availability = publicAvailability(summary, now);
  const visitor = await identify(ports, config, input, now);
  // Somebody whom no answer could reach may start only where anonymous visitors may (rule C2).
  if (!isReachable(visitor) && !availability.anonymous) {
    return refuseVisitor({ error: 'login-required', state: availability.state });
  }
  // Derived from the page's own random id: a start that is sent again finds itself.
  const id = crypto.hash(`${input.widgetId} ${input.clientMessageId}`).slice(0, 22);
  if (!(await startQuota.mayStart(budgetOf(ports, input), now))) {
    return refuseVisitor({ error: 'rate-limited', retryAfter: 60 - (Math.floor(now / 1_000) % 60) });
  }
  const token = random.secret();
  const tokenHash = crypto.hash(token);
  const started = await changeConversation(ports, id, (existing, at) =>
    existing
      ? existing.tokenHash === tokenHash
        ? { kind: 'unchanged', conversation: existing }
        : restart(existing, input.clientMessageId, tokenHash)
      : begin({
          id,
          projectId: config.projectId,
          visitor,
          tokenHash,
          page: input.page ?? null,
          locale: input.locale ?? null,
          serviceDeskId: config.serviceDeskId,
          message: input.message,
          clientMessageId: input.clientMessageId,
          now: at,
        }),
  );
  if (!started || started.kind === 'refused') return refuseVisitor({ error: 'not-found' });
  if (started.conversation.queued) await queueDelivery(ports, started.conversation);
  const { kind, name, email } = visitor;
  return succeed({
    conversationId: id,
    token,
    visitor: { kind, name, email },
    now: new Date(clock.now()).toISOString(),
    next: CHAT_POLL_FAST_S,
  });
}

/** Strangers share one; whoever is logged in on the portal has their own, under no name that tells the account. */
const budgetOf = (
  { crypto }: Pick<StartNeeds, 'crypto'>,
  { widgetId, accountId }: StartInput,
): { id: string; most: number } =>
  accountId === null
    ? { id: widgetId, most: STARTS_PER_MINUTE }
    : { id: crypto.hash(`${widgetId} ${accountId}`), most: STARTS_PER_ACCOUNT_MINUTE };

async function identify(
  { identities, crypto }: Pick<StartNeeds, 'identities' | 'crypto'>,
  { projectId }: PublicConfig,
  { accountId, identity, widgetId, name, email }: StartInput,
  now: number,
): Promise<Visitor> {
  if (accountId !== null) return { kind: 'portal', name: null, email: null, accountId };
  if (identity !== undefined) {
    const secret = await identities.secret(projectId);
    const isSigned = (text: string, signature: string): boolean =>
      secret !== null && crypto.equal(crypto.sign(text, secret), signature);
    const signed = readIdentityToken(identity, { widgetId, now, isSigned });
    if (signed) return { kind: 'signed', name: signed.name, email: signed.email, accountId: null };
  }
  const registered = name !== undefined && email !== undefined;
  return {
    kind: registered ? 'registered' : 'anonymous',
    name: name ?? null,
    email: email ?? null,
    accountId: null,
  };
}

/** An address alone does not do: agents are to know whom they answer. */
const isReachable = ({ kind, email, accountId }: Visitor): boolean =>
  accountId !== null || (kind !== 'anonymous' && email !== null);
