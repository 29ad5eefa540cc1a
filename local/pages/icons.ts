import { html } from 'hono/html';
import type { Html } from './document';

/** Drawings of the local site's pages; all take the colour of the text around them. */
const icon = (body: Html, size = 16): Html =>
  html`<svg class="icon" viewBox="0 0 16 16" width="${size}" height="${size}" aria-hidden="true">
    ${body}
  </svg>`;

const stroke = (path: string): Html =>
  html`<path
    d="${path}"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
  />`;

export const chevronIcon = icon(stroke('M4 6.5 8 10l4-3.5'), 12);
export const searchIcon = icon(stroke('M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.4-1.1L14 14'));
export const projectIcon = icon(stroke('M2.5 3.5h11v9h-11zM2.5 6.5h11'));
export const appIcon = icon(stroke('M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h4v4h-4z'));
export const settingsIcon = icon(
  stroke(
    'M2.5 4.5h5m4 0h2m-11 7h2m4 0h5M9.5 4.5a1 1 0 1 0 2 0 1 1 0 0 0-2 0Zm-5 7a1 1 0 1 0 2 0 1 1 0 0 0-2 0Z',
  ),
);
export const queueIcon = icon(stroke('M2.5 4h11M2.5 8h11M2.5 12h7'));
export const arrowIcon = icon(stroke('M3 8h10M9 4l4 4-4 4'));

/** The local site's mark: a desk bell, so that nobody takes it for the real Jira. */
export const SITE_MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1868db"/>' +
  '<path d="M7 21a9 9 0 0 1 18 0Z" fill="#fff"/><rect x="6" y="22.500" width="20" height="2.500" rx="1.250" fill="#fff"/>' +
  '<circle cx="16" cy="9.500" r="1.800" fill="#fff"/></svg>';
