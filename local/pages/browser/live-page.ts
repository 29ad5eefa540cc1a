import { postForm } from './post-form';
import type { LiveEvents } from './live-events';

/**
 * Keeps the parts of a page that show requests as they are in Jira now. Each says, in `data-live-of`, how the keys of
 * the issues begin that it shows; forms in and around them are sent without leaving the page.
 */
export function enableLivePage(live: LiveEvents): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-live]')];
  if (parts.length === 0) return;
  let running: Promise<void> | undefined;
  let isStale = false;

  async function refresh(): Promise<void> {
    do {
      isStale = false;
      const response = await fetch(location.href);
      if (!response.ok) return;
      const now = new DOMParser().parseFromString(await response.text(), 'text/html');
      for (const part of parts) show(part, now);
    } while (isStale);
  }

  /** One at a time: what changes meanwhile is fetched right after. */
  function refreshSoon(): Promise<void> {
    isStale = running !== undefined;
    running ??= refresh()
      .catch(() => undefined) // the next change tries again
      .finally(() => (running = undefined));
    return running;
  }

  live.onIssueChange((issueKey) => {
    if (parts.some((part) => issueKey.startsWith(part.dataset.liveOf ?? ''))) void refreshSoon();
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-form]')) return;
    event.preventDefault();
    void postForm(form, event.submitter).then((isDone) => (isDone ? refreshSoon() : undefined));
  });
}

/** Leaves alone what somebody is editing; focus that goes with a replaced button stays near it. */
function show(part: HTMLElement, now: Document): void {
  const fresh = now.querySelector(`[data-live="${part.dataset.live ?? ''}"]`);
  if (!fresh || part.querySelector('textarea') || part.innerHTML === fresh.innerHTML) return;
  const hadFocus = part.contains(document.activeElement);
  part.replaceChildren(...document.importNode(fresh, true).childNodes);
  if (!hadFocus) return;
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
}
