import { html } from 'hono/html';
import type { SiteTime } from '../clock';
import type { Html } from './document';

export type ExamplePageName = 'home' | 'pricing';

/** The snippet, or why there is none. */
export type Embedded = { snippet: Html } | { none: keyof typeof NO_SNIPPET };

const NO_SNIPPET = {
  'never-enabled': 'Chat has never been turned on in this space, so there’s no embed code to put here.',
  unknown: 'The app gives no embed code for this space now.',
};

interface ExampleParts {
  name: ExamplePageName;
  projectKey: string;
  /** Kept over links, so that the project stays. */
  search: string;
  embedded: Embedded;
  siteTime: SiteTime;
}

/** A made-up shop that knows nothing of Jira but one script tag at the end of its pages. */
export function examplePage({ name, projectKey, search, embedded, siteTime }: ExampleParts): Html {
  const link = (page: ExamplePageName, path: string, text: string): Html =>
    html`<a href="${path}${search}" ${page === name ? 'aria-current=page' : ''}>${text}</a>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${name === 'home' ? 'Larch & Lantern' : 'Pricing - Larch & Lantern'}</title>
        <link rel="icon" href="/__forge__/globe.svg" />
        <link rel="stylesheet" href="/__forge__/example.css" />
        <script src="/__forge__/example.js" data-site-time="${JSON.stringify(siteTime)}"></script>
      </head>
      <body>
        <header class="shop-header">
          <a class="shop-name" href="/example${search}">Larch <span>&amp;</span> Lantern</a>
          <nav aria-label="Main">
            ${link('home', '/example', 'Tents')} ${link('pricing', '/example/pricing', 'Pricing')}
          </nav>
        </header>
        <main>${name === 'home' ? homeContent() : pricingContent()}</main>
        <footer class="shop-footer">
          <p>
            A made-up company’s web page with the one-line snippet of the project ${projectKey}. Try
            ${['SUP', 'OPS', 'HR'].map((key) => html`<a href="?project=${key}">${key}</a> `)}
          </p>
          ${'none' in embedded ? html`<p role="note">${NO_SNIPPET[embedded.none]}</p>` : ''}
        </footer>
        ${'none' in embedded ? '' : embedded.snippet}
      </body>
    </html>`;
}

function homeContent(): Html {
  return html`<section class="shop-hero">
      <h1>Sleep where the road ends</h1>
      <p>Light tents for two, three and four. Sewn to be mended, guaranteed for ten years.</p>
    </section>
    <section class="shop-grid" aria-label="Tents">
      ${TENTS.map(
        ([name, words]) =>
          html`<article class="shop-card">
            <svg viewBox="0 0 120 60" aria-hidden="true">
              <path d="M60 6 112 54H8Z" />
              <path class="shop-door" d="M60 22 74 54H46Z" />
            </svg>
            <h2>${name}</h2>
            <p>${words}</p>
          </article>`,
      )}
    </section>`;
}

const TENTS = [
  ['Wren', 'For one and a rucksack. 1.1 kg.'],
  ['Heron', 'For two, with room to sit up. 1.9 kg.'],
  ['Crane', 'For four, and for bad weather. 3.4 kg.'],
] as const;

function pricingContent(): Html {
  return html`<h1>Pricing</h1>
    <table class="shop-table">
      <thead>
        <tr>
          <th scope="col">Tent</th>
          <th scope="col">Buy</th>
          <th scope="col">Rent a week</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Wren</th>
          <td>€ 290</td>
          <td>€ 35</td>
        </tr>
        <tr>
          <th scope="row">Heron</th>
          <td>€ 420</td>
          <td>€ 48</td>
        </tr>
        <tr>
          <th scope="row">Crane</th>
          <td>€ 680</td>
          <td>€ 75</td>
        </tr>
      </tbody>
    </table>
    <p>Not sure which one? Ask us: the icon in the corner tells whether somebody is there.</p>`;
}
