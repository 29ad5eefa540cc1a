import { InvokeRefused } from './invoke-refused';
import type { Jira } from './jira/jira';
import type { Person } from './jira/records/people';
import type { Manifest, UiModule } from './manifest';

type AccountType = 'licensed' | 'customer' | 'anonymous';

/** Who sits in front of the browser. */
export interface Visitor {
  accountType: AccountType;
  /** Everybody anonymous shares one id. */
  accountId: string;
  person: Person | undefined;
}

export const ANONYMOUS_ID = 'unidentified';

export function visitorOf(jira: Jira, account: string): Visitor {
  if (account === 'anonymous')
    return { accountType: 'anonymous', accountId: ANONYMOUS_ID, person: undefined };
  const person = jira.person(account);
  if (!person) throw new InvokeRefused(404, `Nobody on this site has the name or account id "${account}".`);
  return { accountType: person.kind, accountId: person.accountId, person };
}

export function moduleOf(manifest: Manifest, moduleKey: string): UiModule {
  const module = manifest.ui.find(({ key }) => key === moduleKey);
  if (!module) throw new InvokeRefused(404, `The manifest has no module "${moduleKey}".`);
  return module;
}

/** The module that a person calls from; without a key the global page, or the portal's footer for customers. */
export function moduleFor(manifest: Manifest, visitor: Visitor, moduleKey: string | undefined): UiModule {
  const kind = visitor.accountType === 'licensed' ? 'jira:globalPage' : 'jiraServiceManagement:portalFooter';
  const module = manifest.ui.find((each) =>
    moduleKey === undefined ? each.kind === kind : each.key === moduleKey,
  );
  if (!module) throw new InvokeRefused(404, `The manifest has no module "${moduleKey ?? kind}".`);
  const { accountType } = visitor;
  if (accountType !== 'licensed' && !module.unlicensedAccess?.includes(accountType)) {
    throw new InvokeRefused(403, `The module "${module.key}" is not open to ${accountType} visitors.`);
  }
  return module;
}

export interface Placement {
  projectId?: string | undefined;
  extension?: Record<string, unknown> | undefined;
}

/** Modules of the customer portal, which may be open to people without a licence. */
export const isOfPortal = (kind: UiModule['kind']): boolean =>
  kind.startsWith('jiraServiceManagement:portal');

/** What the resolver and the page are told about the place where the module is shown. */
export function extensionOf(
  jira: Jira,
  siteUrl: string,
  module: UiModule,
  { projectId, extension = {} }: Placement,
): Record<string, unknown> {
  const project = projectId === undefined ? undefined : jira.project(projectId);
  if (projectId !== undefined && !project) {
    throw new InvokeRefused(404, `This site has no project "${projectId}".`);
  }
  const base = { type: module.kind, location: siteUrl };
  if (isOfPortal(module.kind)) {
    const portal = project?.serviceDeskId ? { portal: { id: Number(project.serviceDeskId) } } : {};
    return { ...base, page: project ? 'portal' : 'help_center', ...portal, ...extension };
  }
  const place = project ? { project: { id: project.id, key: project.key, type: project.type } } : {};
  return { ...base, ...place, ...extension };
}
