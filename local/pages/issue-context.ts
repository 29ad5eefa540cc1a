import { html } from 'hono/html';
import type { Html } from './document';
import { appIcon, chevronIcon } from './icons';
import type { ModuleSource, PageScope } from './module-data';
import type { ModuleData } from './page-data';

export interface IssueContext {
  sections: Html[];
  modules: ModuleData[];
}

/**
 * The apps' sections beside a work item: closed until somebody opens them, which is remembered; loaded when first opened.
 */
export function issueContext(source: ModuleSource, scope: PageScope): IssueContext {
  const shown = source.modules('jira:issueContext', scope);
  return {
    modules: shown.map((module) => source.data(module, scope)),
    sections: shown.map(
      (module) =>
        html`<details class="issue-context" data-section="${module.key}">
          <summary>
            ${appIcon}
            <span>
              ${source.title(module, scope.visitor)}
              <small>${source.texts.read(module.label, scope.visitor.locale)}</small>
            </span>
            ${chevronIcon}
          </summary>
          <div data-module="${module.key}" data-place="section"></div>
        </details>`,
    ),
  };
}
