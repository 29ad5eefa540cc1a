import { html } from 'hono/html';
import type { Jira } from '../jira/jira';
import { avatarPath } from '../jira/records/avatars';
import type { Html } from './document';
import { chevronIcon } from './icons';
import { ANONYMOUS, isLicensed, visitors, type Visitor } from './visitor';

/** Where "view as" leads for a person: the same page, or the nearest one that they may see. */
export type AddressFor = (visitor: Visitor) => string;

export function avatar({ person }: Visitor): Html {
  const source = person ? avatarPath(person.accountId) : '/avatars/anonymous.svg';
  return html`<img class="avatar" src="${source}" alt="" width="24" height="24" />`;
}

/** A page about the person alone. */
export interface OwnPage {
  name: string;
  href: string;
}

/** Name, their own pages, "view as", theme. The same on every page with a person. */
export function personMenu(
  jira: Jira,
  current: Visitor,
  addressFor: AddressFor,
  ownPages: OwnPage[] = [],
): Html {
  const everybody = [...visitors(jira), ANONYMOUS];
  const group = (label: string, members: Visitor[]): Html =>
    html`<p class="menu-heading" id="view-as-${label.length}">${label}</p>
      <ul aria-labelledby="view-as-${label.length}">
        ${members.map(
          (visitor) =>
            html`<li>
              <a
                class="menu-item"
                href="${addressFor(visitor)}"
                ${visitor.pathName === current.pathName ? 'aria-current=true' : ''}
              >
                ${avatar(visitor)}
                <span>${visitor.name}<small>${visitor.role}</small></span>
              </a>
            </li>`,
        )}
      </ul>`;
  return html`<details class="menu menu-right">
    <summary aria-label="${current.name}: view as somebody else, choose a theme">
      ${avatar(current)} <span class="wide-only">${current.name}</span> ${chevronIcon}
    </summary>
    <div class="menu-panel">
      ${
        ownPages.length > 0
          ? html`<p class="menu-heading" id="own-pages">Personal settings</p>
              <ul aria-labelledby="own-pages">
                ${ownPages.map(({ name, href }) => html`<li><a class="menu-item" href="${href}">${name}</a></li>`)}
              </ul>`
          : ''
      }
      ${group('View as, in Jira', everybody.filter(isLicensed))}
      ${group(
        'View as, on the customer portal',
        everybody.filter((visitor) => !isLicensed(visitor)),
      )}
      <fieldset class="theme-choice">
        <legend class="menu-heading">Theme</legend>
        ${[
          ['light', 'Light'],
          ['dark', 'Dark'],
          ['dark-bar', 'Light with a dark bar'],
        ].map(
          ([value, label]) =>
            html`<label><input type="radio" name="theme" value="${value}" /> ${label}</label>`,
        )}
      </fieldset>
      <a class="menu-item" href="/">Start page of the local site</a>
    </div>
  </details>`;
}
