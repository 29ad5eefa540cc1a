import { createJira, type Jira, type JiraAnswer } from '../../local/jira/jira';
import type { ManualClock } from '../../local/clock';

type JiraRequest = Parameters<Jira['handle']>[0];

interface Instead {
  status: number;
  body?: unknown;
}

export interface AlteredJira {
  jira: Jira;
  /** Answers instead of Jira where it answers something. */
  instead: (request: JiraRequest) => Instead | null | Promise<Instead | null>;
  /** What the app asked for, since the test last emptied it. */
  asked: JiraRequest[];
}

/** The local site's Jira, but where the test says what it answers. */
export function alteredJira(clock: Pick<ManualClock, 'now'>): AlteredJira {
  const real = createJira({ siteUrl: 'http://localhost:4100', now: () => clock.now() });
  const altered: AlteredJira = {
    instead: () => null,
    asked: [],
    jira: {
      ...real,
      async handle(request): Promise<JiraAnswer> {
        altered.asked.push(request);
        const { status, body } = (await altered.instead(request)) ?? {};
        if (status === undefined) return real.handle(request);
        const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
        return { status, body: text, headers: { 'content-type': 'application/json' } };
      },
    },
  };
  return altered;
}
