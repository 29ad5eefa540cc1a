import { html } from 'hono/html';
import type { Project } from '../jira/projects';
import type { UiModule } from '../manifest';
import type { Site } from '../site';
import { documentOf, type Html } from './document';
import type { ModuleSource } from './module-data';
import { personMenu } from './person-menu';
import { ANONYMOUS, isLicensed, type Visitor } from './visitor';

/** Names that Forge gives to the portal's pages; a module lists those it is shown on. */
type PortalPageName = 'help_center' | 'portal' | 'create_request' | 'view_request' | 'my_requests';

export interface PortalModules {
  /** At the bottom of a request's side panel. */
  side: Html;
  /** Underneath the page's title. */
  head: Html;
}

interface PortalParts {
  requestUrl: string;
  visitor: Visitor;
  project?: Project;
  page: PortalPageName;
  title: string;
  /** Of apps' modules, what stands within it. */
  content(modules: PortalModules): Html;
  /** Which request the page makes or shows. */
  request?: { typeId: number; key?: string };
}

export type PortalShell = (parts: PortalParts) => Html;

/** The customer portal around a page, with the app's footer below it. */
export function createPortalShell(site: Site, source: ModuleSource): PortalShell {
  return ({ requestUrl, visitor, project, page, title, content, request }) => {
    const home = `/as/${visitor.pathName}/portal`;
    const { pathname, search } = new URL(requestUrl);
    const portal = project?.serviceDeskId ? { portal: { id: Number(project.serviceDeskId) } } : {};
    const scope = { visitor, project, extension: { page, ...portal, ...(request && { request }) } };
    const modulesOf = (kind: UiModule['kind']): UiModule[] =>
      source.modules(kind, scope).filter(({ pages }) => !pages || pages.includes(page));
    const heads = modulesOf('jiraServiceManagement:portalSubheader');
    const sides = page === 'view_request' ? modulesOf('jiraServiceManagement:portalRequestDetailPanel') : [];
    const footers = modulesOf('jiraServiceManagement:portalFooter');
    const destination = `${pathname.slice(`/as/${visitor.pathName}/`.length)}${search}`;

    const body = html`<div class="portal">
      <header class="bar portal-bar" data-bar data-subtree-theme data-theme="${SUBTREE_THEMES}">
        <a class="bar-home" href="${home}">
          <img src="/__forge__/icon.svg" alt="" width="24" height="24" /><span>Help Center</span>
        </a>
        <nav class="bar-nav" aria-label="Help Center">
          ${isLicensed(visitor) ? html`<a class="bar-button" href="/as/${visitor.pathName}/jira">Jira</a>` : ''}
          ${visitor === ANONYMOUS ? '' : html`<a class="bar-button" href="${home}/requests">My requests</a>`}
        </nav>
        <div class="bar-end">
          ${
            visitor === ANONYMOUS
              ? html`<a class="bar-button" href="/portal/login?destination=${encodeURIComponent(destination)}"
                  >Log in</a
                >`
              : ''
          }
          ${personMenu(site.jira, visitor, (other) => pathname.replace(`/as/${visitor.pathName}/`, `/as/${other.pathName}/`))}
        </div>
      </header>
      <main>
        ${content({
          head: html`${heads.map(
            ({ key }) => html`<div class="portal-head-frame" data-module="${key}" data-place="footer"></div>`,
          )}`,
          side: html`${sides.map(
            (module) =>
              html`<section class="portal-side-frame" aria-label="${source.title(module, visitor)}">
                <h2>${source.title(module, visitor)}</h2>
                <div data-module="${module.key}" data-place="footer"></div>
              </section>`,
          )}`,
        })}
      </main>
      <footer>
        ${footers.map(
          ({ key }) => html`<div class="portal-footer-frame" data-module="${key}" data-place="footer"></div>`,
        )}
        <p class="portal-note">A local stand-in for the customer portal of Jira Service Management</p>
      </footer>
    </div>`;
    const data = source.pageData(
      requestUrl,
      { visitor },
      [...heads, ...sides, ...footers].map((module) => source.data(module, scope)),
    );
    const styles = ['jira.css', 'desk.css', 'portal.css'];
    return documentOf({ title, styles, script: 'host.js', data: { ...data, commands: [] }, body });
  };
}

const SUBTREE_THEMES = 'light:light dark:dark spacing:spacing typography:typography shape:shape';
