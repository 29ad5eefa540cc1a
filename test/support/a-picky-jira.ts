import { createJira, type Jira, type JiraAnswer } from '../../local/jira/jira';
import { NOON } from './desk-builders';
import { aSite, type SiteDriver } from './a-site';

type Request = Parameters<Jira['handle']>[0];

/** Some of the app's calls: by method and the beginning of their path, ids of desks, issues and accounts left out. */
const CALLS = {
  listCustomers: /^GET \/rest\/servicedeskapi\/servicedesk\/[^/]+\/customer/,
  makeCustomer: /^POST \/rest\/servicedeskapi\/customer/,
  addCustomer: /^POST \/rest\/servicedeskapi\/servicedesk\/[^/]+\/customer/,
  searchUser: /^GET \/rest\/api\/3\/user\/search/,
  raise: /^POST \/rest\/servicedeskapi\/request(\?|$)/,
  addParticipant: /^POST \/rest\/servicedeskapi\/request\/[^/]+\/participant/,
  search: /^POST \/rest\/api\/3\/search\/jql/,
  note: /^POST \/rest\/servicedeskapi\/request\/[^/]+\/comment/,
  comment: /^POST \/rest\/api\/3\/issue\/[^/]+\/comment/,
} as const;

export type CallKind = keyof typeof CALLS;

export const isCall = (kind: CallKind, { method, path }: Pick<Request, 'method' | 'path'>): boolean =>
  CALLS[kind].test(`${method} ${path}`);

export interface PickyJira {
  app: SiteDriver;
  /** What the app asked, in order; those that no name is for are left out. */
  asked: CallKind[];
  /** Answers instead of Jira, or changes what Jira answered. Null: Jira's own answer. */
  rules: {
    instead: (request: Request) => JiraAnswer | null;
    after: (request: Request, answer: JiraAnswer) => JiraAnswer | null;
  };
}

export const refusal = (status: number): JiraAnswer => ({
  status,
  body: JSON.stringify({ errorMessages: ['Refused.'], errors: {}, errorMessage: 'Refused.' }),
});

/** A site whose Jira refuses the app what a test says, as a real one does. */
export async function aPickyJira(): Promise<PickyJira> {
  let now = (): number => NOON;
  const real = createJira({ siteUrl: 'http://localhost:4100', now: () => now() });
  const asked: CallKind[] = [];
  const rules: PickyJira['rules'] = { instead: () => null, after: () => null };
  const jira = Object.create(real, {
    handle: {
      async value(request: Request): Promise<JiraAnswer> {
        const kind = (Object.keys(CALLS) as CallKind[]).find((each) => isCall(each, request));
        if (kind && request.actor.kind === 'app') asked.push(kind);
        if (kind === 'comment' && request.actor.kind === 'user') asked.push(kind);
        const instead = rules.instead(request);
        if (instead) return instead;
        const answer = await real.handle(request);
        return rules.after(request, answer) ?? answer;
      },
    },
  }) as Jira;
  const app = await aSite({ jira });
  now = () => app.clock.now();
  return { app, asked, rules };
}
