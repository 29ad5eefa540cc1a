import { html } from 'hono/html';
import type { Project } from '../jira/projects';
import type { Html } from './document';
import { arrowIcon } from './icons';
import { requestTypesOf } from '../jira/records/request-catalog';
import type { Visitor } from './visitor';
import { avatar } from './person-menu';
import type { PortalModules } from './portal-shell';

export function helpCenter(projects: Project[], home: string, { head }: PortalModules): Html {
  return html`<div class="portal-hero"><h1>How can we help?</h1></div>
    ${head}
    <section class="portal-content" aria-label="Portals">
      <ul class="request-types">
        ${projects.map(
          ({ key, name, serviceDeskId }) =>
            html`<li>
              <a class="request-type" href="${home}/${serviceDeskId}">
                <img
                  class="avatar avatar-square"
                  src="/avatars/project-${key}.svg"
                  alt=""
                  width="40"
                  height="40"
                />
                <span>${name}<small>${PORTAL_WORDS[key] ?? 'Ask for help'}</small></span>
                ${arrowIcon}
              </a>
            </li>`,
        )}
      </ul>
    </section>`;
}

const PORTAL_WORDS: Record<string, string> = {
  SUP: 'Questions about our products and your account',
  OPS: 'Computers, access, outages',
  HR: 'Everything about working here',
};

export function portalHome(project: Project, home: string, { head }: PortalModules): Html {
  return html`<div class="portal-hero">
      <p class="breadcrumb"><a href="${home}">Help Center</a> / ${project.name}</p>
      <h1>How can we help?</h1>
    </div>
    ${head}
    <section class="portal-content" aria-labelledby="contact">
      <h2 id="contact">What do you want to do?</h2>
      <ul class="request-types">
        ${requestTypesOf(project).map(
          ({ id, name, description }) =>
            html`<li>
              <a class="request-type" href="${home}/${project.serviceDeskId}/create/${id}">
                <span>${name}<small>${description}</small></span> ${arrowIcon}
              </a>
            </li>`,
        )}
      </ul>
    </section>`;
}

export function loginPage(people: Visitor[], destination: string): Html {
  return html`<main class="message">
    <h1>Log in to the Help Center</h1>
    <p>
      On the local site nobody has a password: choose who you are, or
      <a href="/portal/sign-up?destination=${encodeURIComponent(destination)}">sign up</a> as a new customer.
    </p>
    <ul class="people">
      ${people.map(
        (visitor) =>
          html`<li>
            <a class="person-card" href="/as/${visitor.pathName}/${destination}">
              ${avatar(visitor)} <span>${visitor.name}<small>${visitor.role}</small></span>
            </a>
          </li>`,
      )}
    </ul>
  </main>`;
}

export function signUpPage(
  destination: string,
  values: { name: string; email: string },
  problem?: string,
): Html {
  return html`<main class="message">
    <h1>Sign up</h1>
    <p>The answers to your requests are sent to your e-mail. On the local site nothing is sent anywhere.</p>
    ${problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`}
    <form method="post" action="/portal/sign-up?destination=${encodeURIComponent(destination)}">
      <label class="field">
        Name <input name="name" value="${values.name}" autocomplete="name" maxlength="100" required />
      </label>
      <label class="field">
        E-mail
        <input
          type="email"
          name="email"
          value="${values.email}"
          autocomplete="email"
          maxlength="255"
          required
        />
      </label>
      <div class="button-row form-end">
        <button class="button button-primary">Sign up</button>
        <a class="button button-subtle" href="/portal/login?destination=${encodeURIComponent(destination)}"
          >Log in instead</a
        >
      </div>
    </form>
  </main>`;
}
