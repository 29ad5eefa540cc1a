import { html } from 'hono/html';
import type { Project } from '../jira/projects';
import type { Site } from '../site';
import { documentOf, type Html } from './document';
import { appIcon, chevronIcon, projectIcon, queueIcon, searchIcon, settingsIcon } from './icons';
import type { ModuleSource, PageScope } from './module-data';
import type { ModuleData } from './page-data';
import { personMenu, type OwnPage } from './person-menu';
import { administers, isLicensed, type Visitor } from './visitor';

interface ShellParts {
  requestUrl: string;
  scope: PageScope;
  title: string;
  content: Html;
  /** Modules in the content. */
  modules?: ModuleData[];
}

export type JiraShell = (parts: ShellParts) => Html;

/** Jira around a page: top bar with the app's background script in it, navigation, command palette. */
export function createJiraShell(site: Site, source: ModuleSource): JiraShell {
  return ({ requestUrl, scope, title, content, modules = [] }) => {
    const { visitor, project } = scope;
    const home = `/as/${visitor.pathName}/jira`;
    const background = source.modules('jira:globalBackgroundScript', scope)[0];
    const { pathname } = new URL(requestUrl);

    const bar = html`<header class="bar" data-bar data-subtree-theme data-theme="${SUBTREE_THEMES}">
      <a class="bar-home" href="${home}">
        <img src="/__forge__/icon.svg" alt="" width="24" height="24" /><span>Jira<small>local</small></span>
      </a>
      <nav class="bar-nav" aria-label="Jira">
        ${menu(
          'Spaces',
          site.jira
            .projects()
            .map((item) => ({ name: item.name, href: `${home}/projects/${item.key}`, icon: projectIcon })),
        )}
        ${menu('Apps', appLinks(source, scope, home))}
        ${
          source.modules('jira:dashboardGadget', { visitor }).length > 0
            ? html`<a class="bar-button" href="${home}/dashboards/${site.jira.dashboard.id}">Dashboards</a>`
            : ''
        }
        <button type="button" class="bar-button" data-open-palette>
          ${searchIcon} <span>Commands</span> <kbd class="wide-only">Ctrl K</kbd>
        </button>
      </nav>
      <div class="bar-end">
        ${
          background
            ? html`<div class="bar-frame" data-module="${background.key}" data-place="bar"></div>`
            : ''
        }
        ${personMenu(
          site.jira,
          visitor,
          (other) => addressFor(other, visitor, pathname),
          ownPages(source, scope, home),
        )}
      </div>
    </header>`;

    const body = html`${bar}
      <div class="shell ${project ? 'shell-with-side' : ''}">
        ${project ? sideNavigation(site, source, scope, project, pathname) : ''}
        <main>${content}</main>
      </div>`;
    const shown = background ? [source.data(background, backgroundScope(scope)), ...modules] : modules;
    const data = source.pageData(requestUrl, scope, shown);
    return documentOf({
      title: `${title} - Jira`,
      styles: ['jira.css', 'desk.css'],
      script: 'host.js',
      data,
      body,
    });
  };
}

/** Jira tells background scripts the project on the page of an issue only; elsewhere they have the address. */
function backgroundScope({ visitor, project, issueKey }: PageScope): PageScope {
  return issueKey === undefined ? { visitor } : { visitor, project, extension: { issue: { key: issueKey } } };
}

const SUBTREE_THEMES = 'light:light dark:dark spacing:spacing typography:typography shape:shape';

interface Link {
  name: string;
  href: string;
  icon: Html;
}

function menu(label: string, links: Link[]): Html {
  return html`<details class="menu">
    <summary>${label} ${chevronIcon}</summary>
    <div class="menu-panel">
      <ul>
        ${links.map(
          ({ name, href, icon }) =>
            html`<li>
              <a class="menu-item" href="${href}">${icon} <span>${name}</span></a>
            </li>`,
        )}
      </ul>
    </div>
  </details>`;
}

/** Global pages for everybody, admin pages for Jira admins. */
function appLinks(source: ModuleSource, scope: PageScope, home: string): Link[] {
  const { visitor } = scope;
  const pages = source.modules('jira:globalPage', scope).map((module) => ({
    name: source.title(module, visitor),
    href: `${home}/apps/${module.key}`,
    icon: appIcon,
  }));
  const isAdmin = visitor.person?.roles.includes('jira-admin') ?? false;
  const adminPages = source.modules('jira:adminPage', scope).map((module) => ({
    name: `${source.title(module, visitor)} settings`,
    href: `${home}/settings/apps/${module.key}`,
    icon: settingsIcon,
  }));
  return isAdmin ? [...pages, ...adminPages] : pages;
}

/** What apps add to the menu of the person who is logged in. */
const ownPages = (source: ModuleSource, scope: PageScope, home: string): OwnPage[] =>
  source.modules('jira:personalSettingsPage', { visitor: scope.visitor }).map((module) => ({
    name: source.title(module, scope.visitor),
    href: `${home}/settings/personal/apps/${module.key}`,
  }));

function sideNavigation(
  site: Site,
  source: ModuleSource,
  scope: PageScope,
  project: Project,
  pathname: string,
): Html {
  const base = `/as/${scope.visitor.pathName}/jira/projects/${project.key}`;
  const link = (href: string, name: string, icon: Html): Html =>
    html`<li>
      <a class="side-link" href="${href}" ${pathname === href ? 'aria-current=page' : ''}>${icon} ${name}</a>
    </li>`;
  const settings = source.modules('jira:projectSettingsPage', scope);
  const projectPages = source.modules('jira:projectPage', scope);
  const queues =
    project.type === 'service_desk' ? source.modules('jiraServiceManagement:queuePage', scope) : [];
  return html`<nav class="side" aria-label="${project.name}">
    <p class="side-project">
      <img
        class="avatar avatar-square"
        src="/avatars/project-${project.key}.svg"
        alt=""
        width="32"
        height="32"
      />
      <span
        >${project.name}<small
          >${project.type === 'software' ? 'Software space' : 'Service space'}</small
        ></span
      >
    </p>
    <ul>
      ${link(base, project.type === 'software' ? 'Board' : 'Queues', queueIcon)}
      ${queues.map((module) =>
        link(`${base}/queues/apps/${module.key}`, source.title(module, scope.visitor), appIcon),
      )}
      ${projectPages.map((module) =>
        link(`${base}/apps/${module.key}`, source.title(module, scope.visitor), appIcon),
      )}
    </ul>
    ${
      administers(site.jira, scope.visitor, project.id) && settings.length > 0
        ? html`<p class="side-heading">Space settings</p>
            <ul>
              ${settings.map((module) =>
                link(
                  `${base}/settings/apps/${module.key}`,
                  source.title(module, scope.visitor),
                  settingsIcon,
                ),
              )}
            </ul>`
        : ''
    }
  </nav>`;
}

/** The same page as somebody else; customers have no Jira, and get their portal. */
function addressFor(other: Visitor, current: Visitor, pathname: string): string {
  if (!isLicensed(other)) return `/as/${other.pathName}/portal`;
  return pathname.replace(`/as/${current.pathName}/`, `/as/${other.pathName}/`);
}
