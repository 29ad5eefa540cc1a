import { isEmail } from './email-address';
import { saidName } from './said-name';

/** Who a web site's own back end says its visitor is. */
export interface SignedIdentity {
  subject: string;
  name: string | null;
  email: string | null;
}

/** A token may be valid for so long at most, and clocks may differ by so much; milliseconds. */
const LIFETIME_MS = 60 * 60_000;
const SKEW_MS = 60_000;

/**
 * Reads a JSON Web Token signed with HS256. `sign` makes the signature that the project's secret gives. Null for
 * every token that is not valid here and now: another algorithm, another widget, too old, too long-lived.
 */
export function readIdentityToken(
  token: string,
  {
    widgetId,
    now,
    isSigned,
  }: { widgetId: string; now: number; isSigned: (text: string, signature: string) => boolean },
): SignedIdentity | null {
  const [head, body, signature, ...rest] = token.split('.');
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0) return null;
  if (!isSigned(`${head}.${body}`, signature)) return null;
  const header = parsePart(head);
  const claims = parsePart(body);
  if (header?.alg !== 'HS256' || !claims) return null;
  const { sub, name, email, aud, exp, iat } = claims;
  if (typeof sub !== 'string' || sub === '' || aud !== widgetId) return null;
  if (typeof exp !== 'number' || typeof iat !== 'number') return null;
  const [issued, expires] = [iat * 1_000, exp * 1_000];
  if (issued > now + SKEW_MS || expires <= now || expires - issued > LIFETIME_MS) return null;
  return {
    subject: sub,
    name: (typeof name === 'string' && saidName(name)) || null,
    email: typeof email === 'string' && isEmail(email) ? email : null,
  };
}

function parsePart(part: string): Record<string, unknown> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
        character.charCodeAt(0),
      ),
    );
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
