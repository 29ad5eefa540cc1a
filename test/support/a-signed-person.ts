import { createHmac } from 'node:crypto';
import { SUP, type SiteDriver } from './a-site';

/** A web site's own back end, which signs who its visitors are. */
export interface SiteBackEnd {
  widgetId: string;
  /** A token for the person whom the site calls so, for ten minutes from now. */
  tokenOf(sub: string, claims?: object): string;
  /** The project's admin makes a new secret, and the site uses it. */
  renewSecret(): Promise<void>;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function aSiteBackEnd(app: SiteDriver): Promise<SiteBackEnd> {
  const widgetId = await app.widgetId('SUP');
  const newSecret = async (): Promise<string> =>
    (await app.value('pia', 'renewIdentitySecret', { projectId: SUP })).secret;
  let secret = await newSecret();
  return {
    widgetId,
    tokenOf(sub, claims = {}) {
      const now = Math.floor(app.clock.now() / 1_000);
      const who = { sub, name: sub, email: `${sub}@people.example`, aud: widgetId, iat: now, exp: now + 600 };
      const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ...who, ...claims })}`;
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
    },
    async renewSecret() {
      secret = await newSecret();
    },
  };
}
