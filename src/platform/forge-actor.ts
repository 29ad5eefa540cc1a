import type { Actor } from '../ports';

/** The members of a resolver's context that say who is asking, and from where. */
export interface ForgeContext {
  accountId?: string | undefined;
  accountType?: string | undefined;
  extension?: Record<string, unknown> | undefined;
}

/** Atlassian's account id for everybody who is not logged in. */
const ANONYMOUS = 'unidentified';

/** Who is asking, as the platform says. An account type that is not known counts as the least trusted. */
export function forgeActor({ accountId = ANONYMOUS, accountType }: ForgeContext): Actor {
  if (accountId === ANONYMOUS || accountType === 'anonymous') return { kind: 'anonymous', accountId };
  // Jira's own modules are open to licensed people only, and some of them leave the type out.
  if (accountType === undefined || accountType === 'licensed') return { kind: 'licensed', accountId };
  return { kind: 'customer', accountId };
}
