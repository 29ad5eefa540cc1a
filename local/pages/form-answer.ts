import type { Context } from 'hono';
import { JiraRefusal } from '../jira/records/jira-refusal';
import { messagePage } from './message-page';

/** What a form sent: texts only. */
export async function readForm(c: Context): Promise<Record<string, string>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
}

/**
 * Does what a form asks for. Scripts get JSON and stay on their page; without them the browser goes back to the page,
 * or to one that says why Jira refused.
 */
export async function answerForm(c: Context, back: string, act: () => void): Promise<Response> {
  const wantsJson = c.req.header('accept')?.includes('application/json') ?? false;
  try {
    act();
  } catch (error) {
    if (!(error instanceof JiraRefusal)) throw error;
    if (wantsJson) return c.json({ error: error.message }, error.status);
    const link = { href: back, text: 'Go back' };
    return c.html(messagePage('Jira refused that', error.message, link), error.status);
  }
  return wantsJson ? c.json({}) : c.redirect(back, 303);
}
