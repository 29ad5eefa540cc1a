import type { RequestChange } from '../../local/jira/actions/request-change';
import { adfOfText } from '../../local/jira/records/adf';
import type { Issue } from '../../local/jira/records/issue';
import type { ChatDriver } from './a-chat';
import type { SiteDriver } from './a-site';

/** A change without the request that it is about. */
type Change = RequestChange extends infer C ? (C extends unknown ? Omit<C, 'issue'> : never) : never;

/** What people do in Jira and on the portal with the request of a chat, all that follows from it included. */
export interface RequestDriver {
  /** As Jira has it now, or had it last. */
  issue(): Issue;
  /** In Jira, where what agents write is public unless they say otherwise. Answers its id. */
  comment(account: string, text: string, more?: { internal: true }): Promise<string>;
  /** On the portal. Answers its id. */
  write(account: string, text: string): Promise<string>;
  edit(account: string, commentId: string, text: string): Promise<void>;
  remove(account: string, commentId: string): Promise<void>;
  assign(account: string): Promise<void>;
  resolve(account: string): Promise<void>;
  /** What a Jira admin does. */
  change(change: Change): Promise<void>;
  /** Jira's events of what is done meanwhile never come. */
  unheard<T>(done: () => Promise<T>): Promise<T>;
}

/** Of the request that was raised last, or of this one. */
export function aRequest(
  app: SiteDriver,
  chat: Pick<ChatDriver, 'jira' | 'settle'>,
  key?: string,
): RequestDriver {
  const all = app.site.jira.desk.issues.all();
  const raised = key === undefined ? all.at(-1) : all.find((each) => each.key === key);
  if (!raised) throw new Error('Jira has no request');

  async function ask(
    account: string,
    method: string,
    path: string,
    body?: object,
  ): Promise<{ id?: unknown }> {
    const answer = await chat.jira(account, method, path, body);
    if (answer.status >= 300) throw new Error(`Jira answered ${JSON.stringify(answer)}`);
    return answer.body ?? {};
  }
  const issuePath = (): string => `/rest/api/3/issue/${raised.key}`;

  return {
    issue: () => raised,
    async comment(account, text, { internal = false }: { internal?: boolean } = {}) {
      const properties = [{ key: 'sd.public.comment', value: { internal } }];
      const body = { body: adfOfText(text), properties };
      return String((await ask(account, 'POST', `${issuePath()}/comment`, body)).id);
    },
    async write(account, text) {
      const path = `/rest/servicedeskapi/request/${raised.key}/comment`;
      return String((await ask(account, 'POST', path, { body: text, public: true })).id);
    },
    async edit(account, commentId, text) {
      await ask(account, 'PUT', `${issuePath()}/comment/${commentId}`, { body: adfOfText(text) });
    },
    async remove(account, commentId) {
      await ask(account, 'DELETE', `${issuePath()}/comment/${commentId}`);
    },
    async assign(account) {
      await ask(account, 'PUT', `${issuePath()}/assignee`, { accountId: app.accountId(account) });
    },
    async resolve(account) {
      await ask(account, 'POST', `${issuePath()}/transitions`, { transition: { id: '21' } });
    },
    async change(change) {
      app.site.jira.changeRequest({ ...change, issue: raised.key });
      await chat.settle();
    },
    async unheard(done) {
      app.site.faults.set({ events: { lost: 1 } });
      try {
        return await done();
      } finally {
        app.site.faults.set({});
      }
    },
  };
}
