import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Stats } from '../stats';
import { REALTIME_TOKEN_MS } from './limits';

interface ChannelAddress {
  channelName: string;
  /** publish() reaches subscribe() only, publishGlobal() subscribeGlobal() only. */
  isGlobal: boolean;
  /** The module's context, to which a channel that is not global is bound. */
  context?: Record<string, unknown> | undefined;
  /** The members of the context that count; default: all of it. */
  contextOverrides?: string[] | undefined;
  /** A token signed by signRealtimeToken(): its claims become part of the channel's identity. */
  token?: string | undefined;
}

interface Published {
  eventId: string | null;
  eventTimestamp: string | null;
}

interface SignedToken {
  jwt: string;
  /** Epoch seconds. */
  expiresAt: number;
}

/** What the platform answers to a channel or token that it does not accept. */
export class RealtimeError extends Error {}

/** The channels behind @forge/realtime and the bridge's `realtime`, for one installation. */
export interface Realtime {
  /** Throws a RealtimeError when the token is not valid. Returns what ends the subscription. */
  subscribe(address: ChannelAddress, listener: (payload: string) => void): () => void;
  /** `payload` is JSON text, as publishers send it. Throws a RealtimeError like subscribe. */
  publish(address: ChannelAddress, payload: string): Published;
  sign(channelName: string, claims: Record<string, unknown>, permissions?: string[]): SignedToken;
}

const tokenBody = z.object({
  exp: z.number(),
  iss: z.string(),
  channel: z.object({ name: z.string() }),
  claims: z.record(z.string(), z.unknown()),
  permissions: z.array(z.string()).optional(),
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The same text for the same members, in whichever order. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
    .join()}}`;
}

export function createRealtime(options: {
  installationId: string;
  /** Signs tokens. A constant is enough here, and keeps tokens valid over a restart. */
  secret: string;
  now: () => number;
  stats: Stats;
}): Realtime {
  const { installationId, secret, now, stats } = options;
  const channels = new Map<string, Set<(payload: string) => void>>();
  let published = 0;

  const signatureOf = (content: string): Buffer => createHmac('sha256', secret).update(content).digest();

  function claimsOf(token: string, channelName: string, permission: string): Record<string, unknown> {
    const [header = '', payload = '', signature = ''] = token.split('.');
    const given = Buffer.from(signature, 'base64url');
    const expected = signatureOf(`${header}.${payload}`);
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new RealtimeError('INVALID_TOKEN');
    const body = tokenBody.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    if (body.iss !== installationId) throw new RealtimeError('INVALID_TOKEN');
    if (body.exp * 1_000 <= now()) throw new RealtimeError('TOKEN_EXPIRED');
    if (body.channel.name !== channelName) throw new RealtimeError('CHANNEL_NAME_MISMATCH');
    if (body.permissions && !body.permissions.includes(permission))
      throw new RealtimeError('MISSING_PERMISSION');
    return body.claims;
  }

  function identityOf(address: ChannelAddress, permission: string): string {
    const { channelName, isGlobal, token, contextOverrides, context = {} } = address;
    if (channelName.length === 0) throw new RealtimeError('The channel needs a name');
    const bound = contextOverrides
      ? Object.fromEntries(contextOverrides.map((name) => [name, context[name] ?? null]))
      : context;
    return canonical({
      channelName,
      isGlobal,
      context: isGlobal ? null : bound,
      claims: token === undefined ? null : claimsOf(token, channelName, permission),
    });
  }

  return {
    subscribe(address, listener) {
      const identity = identityOf(address, 'subscribe');
      const listeners = channels.get(identity) ?? new Set();
      channels.set(identity, listeners);
      // One function may subscribe twice; each subscription has an end of its own.
      const subscription = (payload: string): void => listener(payload);
      listeners.add(subscription);
      return () => {
        listeners.delete(subscription);
        if (listeners.size === 0 && channels.get(identity) === listeners) channels.delete(identity);
      };
    },
    publish(address, payload) {
      const listeners = channels.get(identityOf(address, 'publish'));
      stats.realtime('published');
      if (!listeners) return { eventId: null, eventTimestamp: null };
      published += 1;
      for (const listener of listeners) {
        stats.realtime('delivered');
        listener(payload);
      }
      return { eventId: `event-${published}`, eventTimestamp: String(Math.floor(now() / 1_000)) };
    },
    sign(channelName, claims, permissions) {
      const expiresAt = Math.floor((now() + REALTIME_TOKEN_MS) / 1_000);
      const body: z.input<typeof tokenBody> = {
        exp: expiresAt,
        iss: installationId,
        channel: { name: channelName },
        claims,
        ...(permissions ? { permissions } : {}),
      };
      const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(body)}`;
      stats.realtime('signed');
      return { jwt: `${content}.${signatureOf(content).toString('base64url')}`, expiresAt };
    },
  };
}
