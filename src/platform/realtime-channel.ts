import { publishGlobal, signRealtimeToken } from '@forge/realtime';
import type { LivePing, LookPing } from '../contract/live';
import { PlatformFault, type Clock, type Live, type Log } from '../ports';
import { perInstallation } from './per-installation';

/** Everybody who may listen hears the same pings: they carry no data. */
const CHANNEL = 'frontdesk-presence';
const CLAIMS = { audience: 'agents' };

/** A token this close to its end is renewed first. */
const RENEW_MS = 60_000;
/** A change is acknowledged without waiting longer than this for its ping. */
const PATIENCE_MS = 1_500;

interface Token {
  token: string;
  expiresAt: number;
}

/** Forge Realtime. Publishers and listeners hold tokens with the same claims: the channel is theirs alone. */
export function realtimeChannel(clock: Clock, report: Pick<Log, 'failure'>): Live {
  const remembered = perInstallation<{ publish?: Token }>(() => ({}));

  async function sign(permission: 'publish' | 'subscribe'): Promise<Token> {
    const signed = await signRealtimeToken(CHANNEL, CLAIMS, [permission]);
    if (typeof signed.token !== 'string') throw new PlatformFault('the realtime token was not signed');
    return { token: signed.token, expiresAt: Number(signed.expiresAt) * 1_000 };
  }

  async function publish(ping: LivePing | LookPing): Promise<void> {
    const kept = remembered();
    if (!kept.publish || kept.publish.expiresAt - clock.now() < RENEW_MS)
      kept.publish = await sign('publish');
    const sent = await publishGlobal(CHANNEL, { ...ping }, { token: kept.publish.token });
    if (sent.errors) throw new PlatformFault('the realtime ping was refused');
  }

  async function send(ping: LivePing | LookPing): Promise<void> {
    try {
      await clock.within(PATIENCE_MS, publish(ping));
    } catch (fault) {
      // Windows refresh by themselves within a minute.
      report.failure('a realtime ping was not sent', fault);
    }
  }

  return {
    ping: (projects, conversation) =>
      send({
        projects,
        ...(conversation && { conversations: true, conversation: conversation.id, rev: conversation.rev }),
      }),
    look: (look) => send({ projects: [], ...look }),
    async token() {
      return { channel: CHANNEL, ...(await clock.within(PATIENCE_MS, sign('subscribe'))) };
    },
  };
}
