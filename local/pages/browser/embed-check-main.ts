import { element } from './element';
import { looksOf } from './page-looks';
import { findingsOf, saidIn } from './page-findings';
import { SAMPLE_PAGES } from './sample-pages';
import { applyPageTheme, watchTheme } from './theme';

/** Milliseconds in which a page has drawn the icon, if it ever does. */
const PATIENCE_MS = 8_000;

/** Runs first in the page: keeps what goes wrong there. */
const WATCH = `<script>window.embedCheck = [];
addEventListener('error', ({ message }) => embedCheck.push('Error: ' + message));
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) =>
  embedCheck.push((disposition === 'report' ? 'Reported: ' : 'Refused by ') + effectiveDirective + ': ' + blockedURI));
for (const kind of ['error', 'warn', 'info']) {
  const say = console[kind];
  console[kind] = (...said) => { embedCheck.push('Console: ' + said.join(' ')); say.apply(console, said); };
}</script>`;

applyPageTheme();
watchTheme();
const form = document.querySelector<HTMLFormElement>('[data-embed-check]');
const [progress, findings, stage] = ['progress', 'findings', 'stage'].map((id) =>
  document.getElementById(id),
);
if (form && progress && findings && stage) start(form, progress, findings, stage);

function start(of: HTMLFormElement, status: HTMLElement, list: HTMLElement, place: HTMLElement): void {
  const sample = of.querySelector('select');
  const field = of.querySelector('textarea');
  if (!sample || !field) return;
  sample.append(...Object.keys(SAMPLE_PAGES).map((name) => element('option', {}, name)));
  const take = (): string => (field.value = SAMPLE_PAGES[sample.value] ?? '');
  sample.onchange = take;
  take();
  let isChecking = false;
  of.onsubmit = (event) => {
    event.preventDefault();
    if (isChecking) return;
    isChecking = true;
    void check(field.value).finally(() => (isChecking = false));
  };

  async function check(page: string): Promise<void> {
    status.textContent = 'Looking at the page…';
    list.replaceChildren();
    const before = looksOf((await show(page)).document);
    const { script = '', widget = '' } = of.dataset;
    const snippet = `<script async crossorigin src="${script}" data-widget="${widget}"></script>`;
    const shown = await show(withSnippet(page, snippet));
    await iconIn(shown);
    const found = await findingsOf(shown, before);
    list.replaceChildren(
      ...found.map(({ isFine, words }) => element('li', {}, `${isFine ? '✓' : '✗'} ${words}`)),
    );
    const wrong = found.filter(({ isFine }) => !isFine).length;
    status.textContent =
      wrong === 0 ? 'The widget works on this page.' : `${wrong} of ${found.length} points need a look.`;
  }

  /** The page in a frame of its own, once it is loaded. */
  async function show(page: string): Promise<Window & typeof globalThis> {
    const frame = element('iframe', { title: 'The page', width: '100%', height: '480' });
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    frame.srcdoc = /<head[^>]*>/i.test(page)
      ? page.replace(/<head[^>]*>/i, (head) => head + WATCH)
      : WATCH + page;
    place.replaceChildren(frame);
    await loaded;
    return frame.contentWindow as Window & typeof globalThis;
  }
}

const withSnippet = (page: string, snippet: string): string =>
  /<\/body>/i.test(page) ? page.replace(/<\/body>/i, (end) => snippet + end) : page + snippet;

/** Settles when the icon is there, or will not come any more. */
function iconIn(page: Window): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  return new Promise((resolve) => {
    const look = (): void => {
      const isThere = [...page.document.querySelectorAll('html > div')].some((each) => each.shadowRoot);
      const isRefused = saidIn(page).some((line) => line.startsWith('Refused'));
      if (isThere || isRefused || performance.now() > end) return resolve();
      requestAnimationFrame(look);
    };
    look();
  });
}
