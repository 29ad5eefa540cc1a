import { html } from 'hono/html';
import type { Jira } from '../jira/jira';
import { avatarPath } from '../jira/records/avatars';
import type { Site } from '../site';
import { documentOf, type Html } from './document';
import { arrowIcon } from './icons';
import { isLicensed, visitors, type Visitor } from './visitor';

const CLOCK_MOVES = [
  ['PT5M', '+ 5 minutes'],
  ['PT30M', '+ 30 minutes'],
  ['PT4H', '+ 4 hours'],
] as const;

const clock = html`<section class="card" aria-labelledby="clock" data-clock>
  <h2 id="clock">Clock</h2>
  <p>This site runs on its own clock. Move it forward to see an online time end.</p>
  <p><time class="clock-face">…</time></p>
  <div class="button-row">
    ${CLOCK_MOVES.map(
      ([duration, label]) =>
        html`<button type="button" class="button" data-move="${duration}">${label}</button>`,
    )}
    <button type="button" class="button button-subtle" data-move="reset">Real time</button>
  </div>
  <p role="status" class="clock-status"></p>
</section>`;

const strictNote = html`<p>
  <strong>This site is strict.</strong> It refuses what a real Jira may refuse, and tells the app of what
  happens late, twice, in another order or never. What you see can take minutes.
</p>`;

/** Where newcomers land: what this is, and five steps that show what it does. */
export function startPage(
  { jira, manifest, strict }: Pick<Site, 'jira' | 'manifest' | 'strict'>,
  frameOrigin: string,
): Html {
  const queuePage = manifest.ui.find(({ kind }) => kind === 'jiraServiceManagement:queuePage');
  const hasGadget = manifest.ui.some(({ kind }) => kind === 'jira:dashboardGadget');
  const body = html`<main class="start">
    <header class="start-header">
      <img src="/__forge__/icon.svg" alt="" width="40" height="40" />
      <h1>Frontdesk, on your machine</h1>
      <p>
        See whether support is online, and chat. This site stands in for Jira and its customer portal and runs
        the real app. You don’t need an account, and nothing leaves this computer.
      </p>
      ${strict ? strictNote : ''}
    </header>

    ${firstSteps(queuePage?.key)} ${people(jira, hasGadget)} ${customers(jira, frameOrigin)} ${clock}

    <section class="card" aria-labelledby="curious">
      <h2 id="curious">For tests and debugging</h2>
      <p>
        The control plane is described in <code>docs/local-site.md</code>. To look around:
        ${['site', 'clock', 'stats', 'snapshot'].map((name) => html`<a href="/_local/${name}">${name}</a> `)}
      </p>
      <p>Does the widget work on your own page? <a href="${frameOrigin}/embed-check">Check its HTML</a>.</p>
    </section>
  </main>`;
  return documentOf({ title: 'Frontdesk local site', styles: ['start.css'], script: 'start.js', body });
}

function personCard({ person, name, role }: Visitor, address: string, note = role): Html {
  return html`<li>
    <a class="person-card" href="${address}">
      <img
        class="avatar"
        src="${avatarPath(person?.accountId ?? 'anonymous')}"
        alt=""
        width="32"
        height="32"
      />
      <span>${name}<small>${note}</small></span>
      ${arrowIcon}
    </a>
  </li>`;
}

function firstSteps(queuePage: string | undefined): Html {
  const inbox = queuePage && `/as/ann/jira/projects/SUP/queues/apps/${queuePage}`;
  return html`<section class="card" aria-labelledby="try">
    <h2 id="try">Try this</h2>
    <ol class="steps">
      <li>
        <a href="/as/ann/jira/projects/SUP" target="_blank">Open Jira as Ann</a>, click the icon in the top
        bar and go online.
      </li>
      <li>
        <a href="/as/anonymous/portal/1" target="_blank">Open the customer portal as a visitor</a>, beside it:
        the chat says that someone is online. Send a message.
      </li>
      <li>
        Ann gets a flag. Reply in
        ${inbox ? html`<a href="${inbox}" target="_blank">her chats</a>` : 'her chats'} and watch the
        visitor’s window.
      </li>
      <li>
        The chat is a service request:
        <a href="/as/bo/jira/projects/SUP" target="_blank">find it as Bo</a>, and reply there. He doesn’t have
        to be online.
      </li>
      <li>
        <a href="/as/pia/jira/projects/SUP" target="_blank">Open Jira as Pia</a>, the space admin, and set Ann
        to offline. Ann and the visitor are both told.
      </li>
    </ol>
  </section>`;
}

function people(jira: Jira, hasGadget: boolean): Html {
  return html`<section class="card" aria-labelledby="jira">
    <h2 id="jira">Jira</h2>
    <p>Windows of different people can be open side by side: who you are is part of the address.</p>
    ${
      hasGadget
        ? html`<p>
            <a href="/as/pia/jira/dashboards/${jira.dashboard.id}" target="_blank">Open a dashboard as Pia</a>
            and add the app’s gadget, as for a screen on a wall.
          </p>`
        : ''
    }
    <ul class="people">
      ${visitors(jira)
        .filter(isLicensed)
        .map((visitor) => personCard(visitor, `/as/${visitor.pathName}/jira`))}
    </ul>
  </section>`;
}

function customers(jira: Jira, frameOrigin: string): Html {
  return html`<section class="card" aria-labelledby="customers">
    <h2 id="customers">What customers see</h2>
    <ul class="people">
      ${visitors(jira)
        .filter((visitor) => !isLicensed(visitor))
        .map((visitor) =>
          personCard(visitor, `/as/${visitor.pathName}/portal`, 'Customer portal, logged in'),
        )}
      <li>
        <a class="person-card" href="/as/anonymous/portal">
          <img class="avatar" src="/avatars/anonymous.svg" alt="" width="32" height="32" />
          <span>Customer portal<small>anonymous visitor</small></span>
          ${arrowIcon}
        </a>
      </li>
      <li>
        <a class="person-card" href="${frameOrigin}/example">
          <img class="avatar" src="/__forge__/globe.svg" alt="" width="32" height="32" />
          <span>External web page<small>any site, with the embed code</small></span>
          ${arrowIcon}
        </a>
      </li>
    </ul>
  </section>`;
}
