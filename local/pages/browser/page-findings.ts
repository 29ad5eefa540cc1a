import { looksOf, type PageLooks } from './page-looks';

export interface Finding {
  isFine: boolean;
  words: string;
}

/** What the widget needs of the browser, which pages and old libraries replace. */
const GLOBALS = ['fetch', 'Event', 'Promise', 'setTimeout', 'BroadcastChannel', 'AbortSignal'] as const;

type PageWindow = Window & typeof globalThis;

/** As far as it is looked at here. */
interface Frontdesk {
  on?: unknown;
  getAvailability(): Promise<{ state: string }>;
}

/** What can be seen of the widget on a page. `before`: how the page looked without it. */
export async function findingsOf(page: PageWindow, before: PageLooks): Promise<Finding[]> {
  const findings: Finding[] = [];
  const say = (isFine: boolean, fine: string, wrong: string): void =>
    void findings.push({ isFine, words: isFine ? fine : wrong });

  const frontdesk = Reflect.get(page, 'frontdesk') as Frontdesk | undefined;
  const ran = typeof frontdesk?.on === 'function';
  say(ran, 'The script ran.', 'The script did not run, or window.frontdesk is the page’s own.');
  const host = [...page.document.querySelectorAll('html > div')].find((each) => each.shadowRoot);
  const icon = host?.shadowRoot?.querySelector('button');
  const box = icon?.getBoundingClientRect();
  const at = box && box.width > 0 ? `${String(Math.round(box.x))}, ${String(Math.round(box.y))}` : '';
  say(at !== '', `The icon is drawn at ${at}.`, 'No icon is drawn.');
  if (box && at !== '') {
    const { innerWidth, innerHeight } = page;
    const isInside = box.x >= 0 && box.y >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    say(isInside, 'The icon is wholly in the window.', 'The icon is not wholly in the window.');
    const top = page.document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    say(
      top === host,
      'Nothing covers the icon.',
      `The icon is covered by <${top?.localName ?? 'nothing'}>: set --frontdesk-layer or --frontdesk-block.`,
    );
  }
  const after = looksOf(page.document).boxes;
  const moved = before.boxes.filter((each, index) => each !== after[index]);
  say(
    moved.length === 0,
    'The page is laid out as without the widget.',
    `The page is laid out otherwise, from ${moved[0] ?? ''} on.`,
  );
  if (icon) say(...keysReach(page, icon));
  const replaced = GLOBALS.filter((name) => !/\[native code\]/.test(String(page[name])));
  say(
    replaced.length === 0,
    'The page has replaced nothing that the widget uses.',
    `The page has replaced ${replaced.join(', ')}.`,
  );
  say(
    stores(page),
    'The widget can keep a chat over page loads.',
    'The page’s storage is forbidden or full: a chat lasts as long as the page.',
  );
  const worker = page.navigator.serviceWorker?.controller;
  say(
    !worker,
    'No service worker answers in the server’s place.',
    'A service worker may answer in the server’s place: leave the widget’s address out.',
  );
  const lines = saidIn(page);
  say(
    lines.length === 0,
    'Nothing was refused or said on the console.',
    `Refused, or said on the console: ${lines.join(' · ')}`,
  );
  if (frontdesk && ran) say(...(await stateOf(frontdesk)));
  return findings;
}

/** What went wrong in the page, as it was kept there. */
export const saidIn = (page: Window): string[] => (Reflect.get(page, 'embedCheck') ?? []) as string[];

/** A key in the widget, as far as a script can press one: is it still the widget's afterwards? */
function keysReach(page: PageWindow, icon: Element): [boolean, string, string] {
  const key = new page.KeyboardEvent('keydown', {
    key: 's',
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  const isKept = icon.dispatchEvent(key);
  return [
    isKept,
    'Shortcuts of the page leave keys to the widget.',
    'A shortcut of the page takes keys on the icon; in the open panel it does not, unless it listens on window.',
  ];
}

function stores({ localStorage: store }: PageWindow): boolean {
  try {
    store.setItem('embed-check', 'x');
    store.removeItem('embed-check');
    return true;
  } catch {
    return false;
  }
}

async function stateOf(frontdesk: Frontdesk): Promise<[boolean, string, string]> {
  const { state } = await frontdesk.getAvailability();
  return [
    state !== 'unknown' && state !== 'disabled',
    `The server says: ${state}.`,
    `The server could not be asked, or knows no such widget: ${state}.`,
  ];
}
