import type { asApp } from '@forge/api';
import { PlatformFault, Refused, type Clock } from '../ports';
import { retrying } from './retry';

export type JiraResponse = Awaited<ReturnType<ReturnType<typeof asApp>['requestJira']>>;

/** What a zod schema is here; the web trigger's bundle has none. */
export interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: Error };
}

/** Milliseconds Jira may take to answer, repetitions included. */
const PATIENCE_MS = 5_000;

/** Jira refused because of load, or failed: the same question may be answered a moment later. */
class JiraBusy extends Error {}

/**
 * Asks Jira something that changes nothing there, and checks the form of the answer. Null: 404.
 * Anything else than an answer is a PlatformFault; only a person's missing consent is passed on as it is.
 */
export async function askJira<T>(
  clock: Clock,
  request: () => Promise<JiraResponse>,
  schema: Schema<T>,
): Promise<T | null> {
  let response: JiraResponse;
  try {
    const answered = retrying(
      clock,
      async () => {
        const attempt = await request();
        if (attempt.status === 429 || attempt.status >= 500) throw new JiraBusy(String(attempt.status));
        return attempt;
      },
      (error) => error instanceof JiraBusy,
    );
    response = await clock.within(PATIENCE_MS, answered);
  } catch (error) {
    if (error instanceof PlatformFault || isMissingConsent(error)) throw error;
    throw new PlatformFault('Jira did not answer', { cause: error });
  }
  if (response.status === 404) return null;
  if (!response.ok) throw new Refused(response.status);
  const parsed = schema.safeParse(await response.json());
  if (!parsed.success) throw new PlatformFault('Jira answered in an unknown form', { cause: parsed.error });
  return parsed.data;
}

export type Changed<T> = { ok: true; value: T } | { ok: false; status: number };

/**
 * Asks Jira to change something: once, because a second time might do it twice. Its refusal is a value, or Refused
 * where it may do it later; any other PlatformFault means that nobody knows whether it was done.
 */
export async function changeJira<T>(
  clock: Clock,
  request: () => Promise<JiraResponse>,
  schema: Schema<T>,
): Promise<Changed<T>> {
  let response: JiraResponse;
  try {
    response = await clock.within(PATIENCE_MS, request());
  } catch (error) {
    if (error instanceof PlatformFault || isMissingConsent(error)) throw error;
    throw new PlatformFault('Jira did not answer', { cause: error });
  }
  const { status, ok } = response;
  if (status === 401 || status === 429) throw new Refused(status);
  if (status >= 500) throw new PlatformFault(`Jira answered ${String(status)}`);
  if (!ok) return { ok, status };
  const text = await response.text();
  const parsed = schema.safeParse(text === '' ? null : JSON.parse(text));
  if (!parsed.success) throw new PlatformFault('Jira answered in an unknown form', { cause: parsed.error });
  return { ok, value: parsed.data };
}

/** Forge shows its own consent screen when this error leaves the resolver. */
export const isMissingConsent = (error: unknown): boolean =>
  error instanceof Error && error.name === 'NeedsAuthenticationError';
