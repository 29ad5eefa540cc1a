import type { asApp } from '@forge/api';
import { JiraNotNow, JiraRefused, PlatformFault, type Clock } from '../ports';
import { heedPause, notePause, pauseLeft } from './jira-pause';
import { perInstallation } from './per-installation';
import { jiraWords } from './jira-words';
import { retrying } from './retry';

export type JiraResponse = Awaited<ReturnType<ReturnType<typeof asApp>['requestJira']>>;

/** What a zod schema is here; the web trigger's bundle has none. */
export interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: Error };
}

/** Milliseconds Jira may take to answer, repetitions included. */
const PATIENCE_MS = 5_000;

/** Of 400 to 499: what is about the moment, or about the way to Jira, and not about what was asked. */
const PASSING = new Set([401, 407, 408, 425, 429]);

/** What says that nothing was done. Not 503: gateways answer it also when the way back broke. */
const NOT_NOW = new Set([401, 425, 429]);

/** Jira refused because of load, or failed: the same question may be answered a moment later. */
class JiraBusy extends Error {}

/** Whether repeating the last question was in vain: then one attempt each is enough, until Jira answers again. */
const outages = perInstallation(() => ({ isOn: false }));

interface Received {
  status: number;
  text: string;
}

/**
 * Asks Jira something that changes nothing there, and checks the form of the answer. Null: 404.
 * Anything else than an answer is a PlatformFault; only a person's missing consent is passed on as it is.
 */
export async function askJira<T>(
  clock: Clock,
  request: () => Promise<JiraResponse>,
  schema: Schema<T>,
): Promise<T | null> {
  const attempt = async (): Promise<Received> => {
    const received = await send(clock, request);
    const isBusy = received.status === 429 || received.status >= 500;
    if (isBusy && pauseLeft(clock) === null) throw new JiraBusy(String(received.status));
    return received;
  };
  const outage = outages();
  const answered = retrying(clock, attempt, (error) => error instanceof JiraBusy && !outage.isOn);
  const received = await withoutOtherErrors(clock.within(PATIENCE_MS, answered)).catch((error: unknown) => {
    outage.isOn = true;
    throw error;
  });
  outage.isOn = false;
  if (isSuccess(received)) return parse(received, schema);
  const status = refusalOf(clock, received);
  if (status === 404) return null;
  throw new JiraRefused(status);
}

/** `says`: Jira's own reasons for a refusal. */
export type Changed<T> = { ok: true; value: T } | { ok: false; status: number; says: string[] };

/**
 * Asks Jira to change something: once, because a second time might do it twice. Its refusal is a value, or JiraNotNow
 * where it may do it later; any other PlatformFault means that nobody knows whether it was done.
 */
export async function changeJira<T>(
  clock: Clock,
  request: () => Promise<JiraResponse>,
  schema: Schema<T>,
): Promise<Changed<T>> {
  const received = await withoutOtherErrors(clock.within(PATIENCE_MS, send(clock, request)));
  if (isSuccess(received)) return { ok: true, value: parse(received, schema) };
  return { ok: false, status: refusalOf(clock, received), says: jiraWords(received.text) };
}

async function send(clock: Clock, request: () => Promise<JiraResponse>): Promise<Received> {
  heedPause(clock);
  const response = await request();
  notePause(clock, response);
  return { status: response.status, text: await response.text() };
}

async function withoutOtherErrors(answered: Promise<Received>): Promise<Received> {
  try {
    return await answered;
  } catch (error) {
    if (error instanceof PlatformFault || isMissingConsent(error)) throw error;
    throw new PlatformFault('Jira did not answer', { cause: error });
  }
}

const isSuccess = ({ status }: Received): boolean => status >= 200 && status < 300;

/**
 * Jira's own no, or a PlatformFault: a redirect, an outage, and a page of HTML come from something on the way to Jira,
 * which knows nothing of what was asked for. Only "too large" (413) is such a page's to say.
 */
function refusalOf(clock: Clock, { status, text }: Received): number {
  const isJiras = status >= 400 && status < 500 && !PASSING.has(status);
  if (isJiras && (status === 413 || !text.trimStart().startsWith('<'))) return status;
  const retryAfterMs = pauseLeft(clock);
  const Fault = NOT_NOW.has(status) ? JiraNotNow : PlatformFault;
  throw new Fault(`Jira answered ${String(status)}`, { retryAfterMs });
}

function parse<T>({ text }: Received, schema: Schema<T>): T {
  let answer: unknown;
  try {
    answer = text === '' ? null : JSON.parse(text);
  } catch (cause) {
    throw new PlatformFault('Jira answered something else than JSON', { cause });
  }
  if (isErrors(answer)) throw new PlatformFault('Jira answered errors as a success');
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new PlatformFault('Jira answered in an unknown form', { cause: parsed.error });
  return parsed.data;
}

const isErrors = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && ('errorMessages' in answer || 'errorMessage' in answer);

/** Forge shows its own consent screen when this error leaves the resolver. */
export const isMissingConsent = (error: unknown): boolean =>
  error instanceof Error && error.name === 'NeedsAuthenticationError';
