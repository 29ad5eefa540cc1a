import { characterCount } from '../domain/character-count';
import { isEmail } from '../domain/email-address';
import { MESSAGE_LENGTH } from '../domain/limits';
import { pageAddress } from '../domain/page-address';
import { pageContext } from '../domain/page-context';
import { saidName } from '../domain/said-name';
import { saidLine, saidText } from '../domain/said-text';
import { showsNothing } from '../domain/shows-nothing';
import { knownShape } from './public-request';
import type { ErrorBody } from './availability';
import type { CurrentBody, PollBody, RegisterBody, SendBody, StartBody, WhoAsks } from './conversation';

/** Bodies of the public chat routes, read by hand: the web trigger's bundle has no zod. Null: not of the form. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Characters. */
const IDENTITY_MOST = 4_000;

export const isMessage = (text: string): boolean =>
  !showsNothing(text) && characterCount(text) <= MESSAGE_LENGTH;

/** What was typed, as it is kept and delivered. */
function messageOf(typed: unknown): string | null {
  const text = typeof typed === 'string' ? saidText(typed) : '';
  return isMessage(text) ? text : null;
}

/** The member alone for which a body was not taken: what it holds has bounds of its own, which its sender is to know of. */
interface BadMember {
  bad: NonNullable<ErrorBody['member']>;
}

/** With the message as it was sent: the work is about that. */
export function parseStart(
  body: string | undefined,
): (StartBody & { messageAsSent: string }) | BadMember | null {
  const start = parse(body);
  if (!start) return null;
  const { widgetId, clientMessageId, page, locale, name, email, identity, work } = start;
  const message = messageOf(start.message);
  if (!isText(widgetId, 100) || message === null || !isUuid(clientMessageId)) return null;
  if (![page, locale, name, email, identity].every((text) => text === undefined || typeof text === 'string'))
    return null;
  if (isText(email, Infinity) && !isEmail(email)) return null;
  if (isText(identity, Infinity) && identity.length > IDENTITY_MOST) return null;
  // What is no work is none: then it is asked for.
  const worked = isText(work, 40);
  const said = isText(name, Infinity) ? saidName(name) : '';
  const context = start.context === undefined ? {} : pageContext(start.context);
  if (!context) return { bad: 'context' };
  return {
    widgetId: knownShape(widgetId),
    message,
    messageAsSent: String(start.message),
    clientMessageId,
    ...(worked && { work }),
    ...(isText(page, Infinity) && { page: pageAddress(page) }),
    ...(isText(locale, Infinity) && { locale: saidLine(locale, 35) }),
    ...(Object.keys(context).length > 0 && { context }),
    ...(said !== '' && { name: said }),
    ...(isText(email, Infinity) && { email }),
    ...(isText(identity, Infinity) && { identity }),
  };
}

export function parseCurrent(body: string | undefined): CurrentBody | null {
  const { widgetId, identity } = parse(body) ?? {};
  return isText(widgetId, 100) && isText(identity, IDENTITY_MOST)
    ? { widgetId: knownShape(widgetId), identity }
    : null;
}

/** Null: not of the form. */
function whoAsks({ identity }: Record<string, unknown>): WhoAsks | null {
  if (identity === undefined) return {};
  return isText(identity, IDENTITY_MOST) ? { identity } : null;
}

export function parseSend(body: string | undefined): SendBody | null {
  const send = parse(body);
  if (!send) return null;
  const { token, clientMessageId } = send;
  const who = whoAsks(send);
  const message = messageOf(send.message);
  return who && isToken(token) && message !== null && isUuid(clientMessageId)
    ? { token, message, clientMessageId, ...who }
    : null;
}

export function parseRegister(body: string | undefined): RegisterBody | null {
  const register = parse(body);
  if (!register) return null;
  const { token, name, email } = register;
  const who = whoAsks(register);
  const said = isText(name, Infinity) ? saidName(name) : '';
  if (!who || !isToken(token) || said === '' || !isText(email, Infinity) || !isEmail(email)) return null;
  return { token, name: said, email, ...who };
}

export function parsePoll(body: string | undefined): PollBody | null {
  const poll = parse(body);
  if (!poll) return null;
  const { token, after, here } = poll;
  const who = whoAsks(poll);
  if (!who || !isToken(token) || typeof after !== 'number' || !Number.isSafeInteger(after) || after < 0)
    return null;
  return { token, after, ...(here === true && { here }), ...who };
}

function parse(body: string | undefined): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;
const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
const isToken = (value: unknown): value is string => typeof value === 'string' && TOKEN.test(value);
