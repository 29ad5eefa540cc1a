import { askToLeave } from './ask-to-leave';
import type { Commands } from './forge-frame';
import type { HostPage } from './host-page';
import { fieldsOf, optionalText, textField, type Fields } from './payload-fields';

/** Below which address modules of a kind have their pages; those of a project want its key. */
function placeOf(kind: string | undefined, projectKey: string | undefined): string {
  const below = kind === undefined ? undefined : MODULE_PLACES[kind];
  if (below === undefined) throw new Error('There is no page of this module.');
  if (!below.startsWith('/projects/')) return below;
  if (projectKey === undefined) throw new Error('A page of a project wants its projectKey.');
  return below.replace('KEY', projectKey);
}

const MODULE_PLACES: Record<string, string> = {
  'jira:globalPage': '/apps',
  'jira:adminPage': '/settings/apps',
  'jira:projectPage': '/projects/KEY/apps',
  'jira:projectSettingsPage': '/projects/KEY/settings/apps',
  'jiraServiceManagement:queuePage': '/projects/KEY/queues/apps',
};

export function routerCommands({ data }: HostPage): Commands {
  const home = `/as/${data.person.pathName}`;

  /** Jira's own paths are looked up below the person whose page this is. */
  function resolve(url: string): URL {
    const asked = new URL(url, location.origin);
    const isJiraPath =
      asked.origin === location.origin && /^\/(jira|browse|projects|issues)(\/|$)/.test(asked.pathname);
    if (!isJiraPath) return asked;
    const path = asked.pathname.startsWith('/jira') ? asked.pathname : `/jira${asked.pathname}`;
    return new URL(`${home}${path}${asked.search}${asked.hash}`, location.origin);
  }

  function addressOf(target: Fields): URL {
    const at = (path: string) => new URL(`${home}/jira${path}`, location.origin);
    switch (textField(target, 'target')) {
      case 'issue':
        return at(`/browse/${textField(target, 'issueKey')}`);
      case 'projectSettingsDetails':
        return at(`/projects/${textField(target, 'projectKey')}/settings`);
      case 'module': {
        const moduleKey = textField(target, 'moduleKey');
        const project = optionalText(target, 'projectKey');
        const place = placeOf(data.moduleKinds[moduleKey], project);
        return at(`${place}/${moduleKey}${optionalText(target, 'path') ?? ''}`);
      }
      default:
        throw new Error(`The local site has no page for the target "${String(target.target)}".`);
    }
  }

  return {
    async navigate(payload) {
      const fields = fieldsOf(payload);
      const url = optionalText(fields, 'url');
      const address = url === undefined ? addressOf(fields) : resolve(url);
      if (!/^https?:$/.test(address.protocol))
        throw new Error('Only http and https addresses can be opened.');
      const isExternal = address.origin !== location.origin;
      if (isExternal && !(await askToLeave(address.host))) {
        throw new Error('The person chose not to leave the site.');
      }
      if (fields.type === 'new-tab') open(address, '_blank', 'noopener');
      else location.assign(address);
    },
    getUrl: (payload) => addressOf(fieldsOf(payload)).href,
    reload: () => location.reload(),
  };
}
