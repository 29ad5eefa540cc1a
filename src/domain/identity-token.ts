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

type IsSigned = (text: string, signature: string) => boolean;

/**
 * Reads a JSON Web Token signed with HS256. `sign` makes the signature that the project's secret gives. Null for
 * every token that is not valid here and now: another algorithm, another widget, too old, too long-lived.
 */
export function readIdentityToken(
  token: string,
  { widgetId, now, isSigned }: { widgetId: string; now: number; isSigned: IsSigned },
): SignedIdentity | null {
  const claims = signedClaims(token, isSigned);
  if (!claims) return null;
  const { sub, name, email, aud, exp, iat, nbf = 0 } = claims;
  if (typeof sub !== 'string' || sub === '' || !isFor(aud, widgetId)) return null;
  if (!isMoment(exp) || !isMoment(iat) || !isMoment(nbf)) return null;
  const [issued, expires, begins] = [iat * 1_000, exp * 1_000, nbf * 1_000];
  if (Math.max(issued, begins) > now + SKEW_MS || expires <= now) return null;
  if (expires < issued || expires - issued > LIFETIME_MS) return null;
  // What is used of the rest is to be of its type: a site that says something else means something else.
  if (![name, email].every((each) => each === undefined || each === null || typeof each === 'string'))
    return null;
  return {
    subject: sub,
    name: (typeof name === 'string' && saidName(name)) || null,
    email: typeof email === 'string' && isEmail(email) ? email : null,
  };
}

/** Whom a token is about that the site has signed, also when its time is over; null: nobody. */
export function subjectOf(token: string, isSigned: IsSigned): string | null {
  const { sub } = signedClaims(token, isSigned) ?? {};
  return typeof sub === 'string' && sub !== '' ? sub : null;
}

function signedClaims(token: string, isSigned: IsSigned): Record<string, unknown> | null {
  const [head, body, signature, ...rest] = token.split('.');
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0) return null;
  if (!isSigned(`${head}.${body}`, signature)) return null;
  const header = parsePart(head);
  return header && isUnderstood(header) ? parsePart(body) : null;
}

/** RFC 7515: whoever does not understand what is critical refuses the token. Here nothing is that may be critical. */
const isUnderstood = ({ alg, typ, crit, b64 }: Record<string, unknown>): boolean =>
  alg === 'HS256' &&
  crit === undefined &&
  b64 === undefined &&
  (typ === undefined || (typeof typ === 'string' && typ.toUpperCase() === 'JWT'));

/** RFC 7519: an audience, or several. */
const isFor = (aud: unknown, widgetId: string): boolean =>
  aud === widgetId ||
  (Array.isArray(aud) && aud.every((each) => typeof each === 'string') && aud.includes(widgetId));

/** Seconds since the epoch. */
const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

function parsePart(part: string): Record<string, unknown> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
        character.charCodeAt(0),
      ),
    );
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
