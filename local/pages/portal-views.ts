import { html } from 'hono/html';
import type { Project } from '../jira/projects';
import type { Html } from './document';
import { arrowIcon } from './icons';
import { portalForms, type PortalForm } from './portal-forms';
import type { Visitor } from './visitor';
import { avatar } from './person-menu';

export function helpCenter(projects: Project[], home: string): Html {
  return html`<div class="portal-hero"><h1>How can we help?</h1></div>
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

export function portalHome(project: Project, home: string): Html {
  return html`<div class="portal-hero">
      <p class="breadcrumb"><a href="${home}">Help Center</a> / ${project.name}</p>
      <h1>How can we help?</h1>
    </div>
    <section class="portal-content" aria-labelledby="contact">
      <h2 id="contact">What do you want to do?</h2>
      <ul class="request-types">
        ${portalForms(project).map(
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

export function requestForm(project: Project, form: PortalForm, home: string): Html {
  return html`<div class="portal-content portal-form">
    <p class="breadcrumb">
      <a href="${home}">Help Center</a> / <a href="${home}/${project.serviceDeskId}">${project.name}</a>
    </p>
    <h1>${form.name}</h1>
    <p>${form.description}</p>
    <p class="note" role="note">This local portal shows the form. It does not create requests yet.</p>
    <label class="field">Summary <input type="text" name="summary" autocomplete="off" /></label>
    <label class="field">Description <textarea name="description" rows="6"></textarea></label>
  </div>`;
}

export function myRequests(home: string): Html {
  return html`<div class="portal-content">
    <p class="breadcrumb"><a href="${home}">Help Center</a></p>
    <h1>My requests</h1>
    <p>You have no requests. This local portal does not create any yet.</p>
  </div>`;
}

export function loginPage(people: Visitor[], destination: string): Html {
  return html`<main class="message">
    <h1>Log in to the Help Center</h1>
    <p>On the local site nobody has a password: choose who you are.</p>
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
