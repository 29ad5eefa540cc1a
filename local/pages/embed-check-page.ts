import { html } from 'hono/html';
import type { SiteTime } from '../clock';
import { documentOf, type Html } from './document';

interface EmbedCheckParts {
  script: string;
  widgetId: string | null;
  siteTime: SiteTime;
}

/** Where site owners put in a page of theirs and read what it does to the widget. The page runs in their browser only. */
export function embedCheckPage({ script, widgetId, siteTime }: EmbedCheckParts): Html {
  const body = html`<script src="/__forge__/example.js" data-site-time="${JSON.stringify(siteTime)}"></script>
    <main class="start">
      <header class="start-header">
        <h1>What a page does to the widget</h1>
        <p>
          Paste a page’s HTML. It is shown below twice, without the widget and with it, and compared. Its
          scripts run, so paste only a page that you trust.
        </p>
      </header>
      ${
        widgetId === null
          ? html`<p role="note">Chat has never been turned on in this space, so there is nothing to try.</p>`
          : html`<form class="card" data-embed-check data-script="${script}" data-widget="${widgetId}">
              <label class="field"
                >Start with
                <select></select
              ></label>
              <label class="field">The page’s HTML <textarea rows="12" spellcheck="false"></textarea></label>
              <div class="button-row"><button class="button button-primary">Check page</button></div>
            </form>`
      }
      <section class="card" aria-labelledby="found">
        <h2 id="found">What was found</h2>
        <p id="progress" role="status">Nothing has been checked yet.</p>
        <ul id="findings" class="findings"></ul>
        <div id="stage" class="stage"></div>
      </section>
    </main>`;
  return documentOf({ title: 'Embed check', styles: ['start.css'], script: 'embed-check.js', body });
}
