import { html } from 'hono/html';
import { documentOf, type Html } from './document';

/** A page that says what happened and where to go. */
export function messagePage(
  title: string,
  sentence: string,
  link = { href: '/', text: 'Go to the start page' },
): Html {
  const body = html`<main class="message">
    <h1>${title}</h1>
    <p>${sentence}</p>
    <p><a class="button button-primary" href="${link.href}">${link.text}</a></p>
  </main>`;
  return documentOf({ title, styles: ['start.css'], script: 'early-theme.js', body });
}
