import { html } from 'hono/html';
import type { Html } from './document';
import type { Visitor } from './visitor';

/** A point in time as the visitor writes it, in the visitor's zone. */
export function moment(ms: number, { locale, timezone }: Visitor): Html {
  const text = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: timezone,
  }).format(ms);
  return html`<time datetime="${new Date(ms).toISOString()}">${text}</time>`;
}
