import { aSite, type Place, type SiteDriver } from './a-site';

/** Everybody who could ask, seen from the project Support (figure R8). */
export const ROLES = {
  agent: 'bo',
  'agent of another project': 'oda',
  'project admin': 'pia',
  'admin of another project': 'otto',
  'Jira admin': 'joe',
  'licensed, no agent': 'lee',
  customer: 'cara',
  'anonymous visitor': 'anonymous',
  'deactivated agent': 'dee',
} as const;

export type Role = keyof typeof ROLES;
export type Verdict = 'ok' | 'not-allowed' | 'not-found';

export interface Row {
  payload: () => Promise<unknown>;
  expected: Record<Role, Verdict>;
  /** Where the frame stands that asks, if that is part of the question. */
  place?: (() => Place) | undefined;
}

/** One mark per role, in the order of ROLES: `+` allowed, `-` not-allowed, `0` not-found. */
export const row = (verdicts: string, payload: Row['payload'], place?: Row['place']): Row => {
  const marks: Record<string, Verdict> = { '+': 'ok', '-': 'not-allowed', '0': 'not-found' };
  const expected = Object.fromEntries(
    Object.keys(ROLES).map((role, index) => [role, marks[verdicts.replaceAll(' ', '')[index] ?? ''] ?? 'ok']),
  ) as Record<Role, Verdict>;
  return { payload, expected, place };
};

/** A site with somebody for each role. */
export async function aSiteOfRoles(): Promise<SiteDriver> {
  const app = await aSite();
  // An agent of another project who is none here, so that the columns do not overlap.
  app.site.jira.addPerson({ seedName: 'oda', name: 'Oda Ops' });
  app.site.jira.grantAgent(app.accountId('oda'), '10002');
  return app;
}
