import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { PageData } from './page-data';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

interface DocumentParts {
  title: string;
  /** Style sheets besides the shared ones, by name. */
  styles: string[];
  script: string;
  data?: PageData;
  body: Html;
}

/** A page of the local site: Atlassian's tokens, the theme set before the first paint, scripts at the end. */
export function documentOf({ title, styles, script, data, body }: DocumentParts): Html {
  const sheets = ['theme.css', 'base.css', ...styles];
  return html`<!doctype html>
    <html
      lang="en"
      data-color-mode="light"
      data-theme="light:light dark:dark spacing:spacing typography:typography shape:shape"
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/__forge__/icon.svg" />
        ${sheets.map((name) => html`<link rel="stylesheet" href="/__forge__/${name}" />`)}
        <script src="/__forge__/early-theme.js"></script>
      </head>
      <body>
        ${body} ${data ? dataElement(data) : ''}
        <script src="/__forge__/${script}"></script>
      </body>
    </html>`;
}

/** `<` is escaped so that no text can end the element. */
function dataElement(data: PageData): Html {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return html`<script type="application/json" id="page-data">
    ${raw(json)}
  </script>`;
}

/** Host pages run nothing that is not the site's own, and frame nothing but the app. */
export function hostPageCsp(frameOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    `frame-src ${frameOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
