import { html } from 'hono/html';
import { isInline, type AdfNode } from '../jira/records/adf';
import type { Html } from './document';

/** A document as people read it. What it carries besides text is shown only where it can do no harm. */
export function adfHtml(node: AdfNode): Html {
  const { type, text = '', content = [], attrs = {} } = node;
  const inside = (): Html => html`${content.map(adfHtml)}`;
  switch (type) {
    case 'text':
      return (node.marks ?? []).reduce<Html>(marked, html`${text}`);
    case 'hardBreak':
      return html`<br />`;
    case 'mention':
      return html`<span class="mention">${shown(attrs.text)}</span>`;
    case 'emoji':
    case 'status':
      return html`${shown(attrs.text)}`;
    case 'inlineCard':
      return link(html`${shown(attrs.url)}`, attrs.url);
    case 'bulletList':
      return html`<ul class="text-list">
        ${content.map(adfHtml)}
      </ul>`;
    case 'orderedList':
      return html`<ol>
        ${content.map(adfHtml)}
      </ol>`;
    case 'listItem':
      return html`<li>${inside()}</li>`;
    case 'codeBlock':
      return html`<pre><code>${inside()}</code></pre>`;
    case 'blockquote':
      return html`<blockquote>${inside()}</blockquote>`;
    case 'rule':
      return html`<hr />`;
    default:
      return content.some(isInline) ? html`<p>${inside()}</p>` : inside();
  }
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : '');

function marked(inner: Html, { type, attrs = {} }: NonNullable<AdfNode['marks']>[number]): Html {
  switch (type) {
    case 'strong':
      return html`<strong>${inner}</strong>`;
    case 'em':
      return html`<em>${inner}</em>`;
    case 'code':
      return html`<code>${inner}</code>`;
    case 'link':
      return link(inner, attrs.href);
    default:
      return inner;
  }
}

/** Only to the web: a `javascript:` address stays text. */
function link(inner: Html, address: unknown): Html {
  return typeof address === 'string' && /^https?:\/\//i.test(address)
    ? html`<a href="${address}" rel="noopener noreferrer nofollow" target="_blank">${inner}</a>`
    : inner;
}
