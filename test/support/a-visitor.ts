import { randomUUID } from 'node:crypto';
import type {
  PolledBody,
  PublicEvent,
  RegisteredBody,
  StartBody,
  StartedBody,
} from '../../src/contract/conversation';
import type { SiteDriver } from './a-site';

interface Reply<T> {
  status: number;
  body: T;
  headers: Record<string, string[]>;
}

/** A visitor's page on some web site, as far as the web trigger can tell. */
export interface VisitorDriver {
  start(message: string, more?: Partial<StartBody>): Promise<Reply<StartedBody>>;
  send(message: string, clientMessageId?: string): Promise<Reply<{ n: number }>>;
  /** Leaves name and e-mail after the start; `token`: another than the conversation's own. */
  register(details: { name?: unknown; email?: unknown; token?: string }): Promise<Reply<RegisteredBody>>;
  /** All events so far, as a page that was just loaded gets them. */
  events(): Promise<PublicEvent[]>;
  /** `here`: as a page does that is open before somebody's eyes. */
  poll(after: number, here?: true): Promise<Reply<PolledBody>>;
  conversationId(): string;
  token(): string;
}

export function aVisitor(app: SiteDriver, widgetId: string, origin = 'https://shop.example'): VisitorDriver {
  let started: StartedBody | undefined;
  const known = (): StartedBody => {
    if (!started) throw new Error('the visitor has not started a conversation');
    return started;
  };

  async function post<T>(path: string, body: object): Promise<Reply<T>> {
    const answer = await app.site.webTrigger({
      method: 'POST',
      path,
      headers: { Origin: origin, 'Content-Type': 'text/plain' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: JSON.parse(String(answer.body)) as T, headers: answer.headers };
  }

  const poll = (after: number, here?: true): Promise<Reply<PolledBody>> =>
    post(`/v1/conversations/${known().conversationId}/poll`, {
      token: known().token,
      after,
      ...(here && { here }),
    });

  return {
    async start(message, more = {}) {
      const body: StartBody = { widgetId, message, clientMessageId: randomUUID(), ...more };
      const reply = await post<StartedBody>('/v1/conversations', body);
      if (reply.status === 201) started = reply.body;
      return reply;
    },
    send: (message, clientMessageId = randomUUID()) =>
      post(`/v1/conversations/${known().conversationId}/messages`, {
        token: known().token,
        message,
        clientMessageId,
      }),
    register: (details) =>
      post(`/v1/conversations/${known().conversationId}/visitor`, { token: known().token, ...details }),
    poll,
    async events() {
      const all: PublicEvent[] = [];
      for (;;) {
        const { body } = await poll(all.at(-1)?.n ?? 0);
        all.push(...body.events);
        if (!body.more) return all;
      }
    },
    conversationId: () => known().conversationId,
    token: () => known().token,
  };
}

/** The texts of a transcript, by who said them. */
export const said = (events: PublicEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'message' ? [`${event.from}: ${event.text}`] : []));

/** What a page shows of a transcript: each message as it reads now, those that are gone left out, by when it was written. */
export function shownTo(events: PublicEvent[]): string[] {
  const lines = new Map<number, { at: string; from: string; text: string }>();
  for (const event of events) {
    if (event.kind === 'message') lines.set(event.n, event);
    if (event.kind === 'deleted') lines.delete(event.of);
    const line = event.kind === 'edited' ? lines.get(event.of) : undefined;
    if (line && event.kind === 'edited') lines.set(event.of, { ...line, text: event.text });
  }
  const inOrder = [...lines.entries()].sort(([n, a], [m, b]) => a.at.localeCompare(b.at) || n - m);
  return inOrder.map(([, { from, text }]) => `${from}: ${text}`);
}
