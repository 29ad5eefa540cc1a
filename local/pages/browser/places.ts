import type { HostPage } from './host-page';
import { mountModule } from './mount-module';

/** Bounds of the background script's frame in the top bar, in pixels. */
const BAR_WIDTH = { least: 0, most: 160 };

/**
 * Fills the page's `<div data-module="key" data-place="…">`:
 * `page` fills the content area and grows with it, `footer` is as high as its content, `bar` as wide.
 */
export function mountPlaces(host: HostPage): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-module]')) {
    const module = host.data.modules.find(({ key }) => key === place.dataset.module);
    if (!module) continue;
    const isBar = place.dataset.place === 'bar';
    const frame = mountModule(host, { module, surface: isBar ? 'bar' : 'page' }, place, {
      onSize({ width, height }) {
        if (!isBar) {
          frame.element.style.height = `${height}px`;
          return;
        }
        const bounded = Math.min(Math.max(width, BAR_WIDTH.least), BAR_WIDTH.most);
        frame.element.style.width = `${bounded}px`;
        place.classList.toggle('is-empty', bounded === 0 || height === 0);
      },
      onReady: () => place.classList.add('is-ready'),
    });
  }
}
