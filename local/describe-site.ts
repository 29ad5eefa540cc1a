import { ANONYMOUS_ID } from './invoke-context';
import { APP_ACCOUNT } from './jira/records/people';
import { widgetIdOf } from './seed-chat';
import type { Site } from './site';

export interface SiteDescription {
  accounts: Record<string, { accountId: string; name: string; roles: string[] }>;
  projects: Record<string, { id: string; key: string; name: string; type: string; widgetId: string | null }>;
  /** Under which the app acts in Jira. */
  app: { accountId: string; name: string };
  webTriggerUrl: string | null;
  /** Whether it was started with `--strict`. */
  strict: boolean;
  /** Addresses to open in a browser. */
  pages: Record<string, string>;
}

/** Who and what is on the site, for tests that must not know its ids. */
export async function describeSite(site: Site): Promise<SiteDescription> {
  const { jira, manifest, siteUrl } = site;
  const anonymous = { accountId: ANONYMOUS_ID, name: 'Anonymous', roles: ['anonymous'] };
  const accounts = jira
    .people()
    .map(({ seedName, accountId, name, roles }) => [seedName, { accountId, name, roles }] as const);
  const projects = await Promise.all(
    jira.projects().map(async ({ id, key, name, type, serviceDeskId }) => {
      const widgetId = type === 'service_desk' ? await widgetIdOf(site, key) : null;
      return [key, { id, key, name, type, serviceDeskId, widgetId }] as const;
    }),
  );
  const [trigger] = manifest.webTriggers;
  const as = `${siteUrl}/as`;
  return {
    accounts: { ...Object.fromEntries(accounts), anonymous },
    projects: Object.fromEntries(projects),
    app: { accountId: APP_ACCOUNT.accountId, name: APP_ACCOUNT.name },
    strict: site.strict,
    webTriggerUrl: trigger ? site.webTriggerUrl(trigger.key) : null,
    pages: {
      start: `${siteUrl}/`,
      jira: `${as}/ann/jira`,
      project: `${as}/ann/jira/projects/SUP`,
      ...pageOf(site, 'jira:globalPage', (key) => ['globalPage', `${as}/ann/jira/apps/${key}`]),
      ...pageOf(site, 'jira:projectSettingsPage', (key) => [
        'projectSettings',
        `${as}/pia/jira/projects/SUP/settings/apps/${key}`,
      ]),
      ...pageOf(site, 'jira:projectPage', (key) => ['team', `${as}/pia/jira/projects/SUP/apps/${key}`]),
      ...pageOf(site, 'jira:dashboardGadget', () => [
        'dashboard',
        `${as}/pia/jira/dashboards/${jira.dashboard.id}`,
      ]),
      ...pageOf(site, 'jira:adminPage', (key) => ['globalSettings', `${as}/joe/jira/settings/apps/${key}`]),
      portal: `${as}/anonymous/portal/1`,
      portalAsCustomer: `${as}/cara/portal/1`,
      external: `${siteUrl.replace('//localhost', '//127.0.0.1')}/example`,
    },
  };
}

function pageOf(site: Site, kind: string, entry: (key: string) => [string, string]): Record<string, string> {
  const module = site.manifest.ui.find((each) => each.kind === kind);
  return module ? Object.fromEntries([entry(module.key)]) : {};
}
