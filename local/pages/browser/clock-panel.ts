import { fieldsOf, textField } from './payload-fields';
import { postJson } from './post-json';
import type { LiveEvents } from './live-events';

/** The start page's clock: shows the site's time and moves it. */
export function enableClockPanel(live: LiveEvents): void {
  const panel = document.querySelector<HTMLElement>('[data-clock]');
  const face = panel?.querySelector('time');
  const said = panel?.querySelector<HTMLElement>('[role="status"]');
  if (!panel || !face || !said) return;
  let offset = 0;
  let shownSecond = Number.NaN;

  function show(): void {
    const ms = performance.now() + offset;
    const second = Math.floor(ms / 1000);
    if (!face || second === shownSecond) return;
    shownSecond = second;
    const now = new Date(ms);
    face.dateTime = now.toISOString();
    face.textContent = now.toLocaleString([], { dateStyle: 'full', timeStyle: 'medium' });
  }

  async function read(): Promise<void> {
    const response = await fetch('/_local/clock');
    const { now } = fieldsOf(await response.json());
    offset = Date.parse(textField({ now }, 'now')) - performance.now();
    show();
  }

  /** Frames, not timers: nothing runs while the page is hidden. */
  function tick(): void {
    show();
    requestAnimationFrame(tick);
  }

  for (const button of panel.querySelectorAll<HTMLButtonElement>('button[data-move]')) {
    button.addEventListener('click', () => {
      const move = button.dataset.move ?? '';
      const moved =
        move === 'reset'
          ? postJson('/__forge__/clock/reset', {})
          : postJson('/_local/clock', { advance: move });
      said.textContent = 'Moving the clock…';
      moved
        .then(read)
        .then(() => (said.textContent = move === 'reset' ? 'Back to the real time.' : 'Moved.'))
        .catch((error: unknown) => {
          said.textContent = `The clock was not moved: ${error instanceof Error ? error.message : String(error)}`;
        });
    });
  }
  live.onClockMove(() => void read());
  void read().then(tick);
}
