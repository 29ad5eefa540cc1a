import type { HostPage } from './host-page';
import { gadgetIdOf } from './gadget-commands';
import { mountModule } from './mount-module';
import { openSections } from './open-sections';

/**
 * The smallest frame, in pixels. Browsers stop laying out frames without any area: such a frame would never notice
 * that there is something to show again.
 */
const LEAST = 1;

/** The widest that the background script's frame in the top bar can get, in pixels. */
const WIDEST_IN_BAR = 160;

/**
 * Fills the page's `<div data-module="key" data-place="…">`, of a gadget `data-gadget="id"`, too:
 * `page` fills the content area and grows with it, `footer` and `section` are as high as their content, `bar` as wide.
 */
export function mountPlaces(host: HostPage): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-module]')) {
    const section = place.closest<HTMLDetailsElement>('details[data-section]');
    if (section) whenOpened(host, section, () => mountPlace(host, place));
    else mountPlace(host, place);
  }
}

function mountPlace(host: HostPage, place: HTMLElement): void {
  const module = host.data.modules.find(
    ({ key, extension }) => key === place.dataset.module && gadgetIdOf(extension) === place.dataset.gadget,
  );
  if (!module) return;
  const isBar = place.dataset.place === 'bar';
  const frame = mountModule(host, { module, surface: isBar ? 'bar' : 'page' }, place, {
    onSize({ width, height }) {
      if (!isBar) {
        frame.element.style.height = `${Math.max(height, LEAST)}px`;
        return;
      }
      frame.element.style.width = `${Math.min(Math.max(width, LEAST), WIDEST_IN_BAR)}px`;
      const isEmpty = width === 0 || height === 0;
      place.classList.toggle('is-empty', isEmpty);
      place.inert = isEmpty;
    },
    onReady: () => place.classList.add('is-ready'),
  });
}

/** Nothing is loaded before that. Closed again, the section keeps its frame, which is not drawn then. */
function whenOpened({ data }: HostPage, section: HTMLDetailsElement, mount: () => void): void {
  const known = openSections(data.person.pathName);
  const name = section.dataset.section ?? '';
  let isMounted = false;
  section.addEventListener('toggle', () => {
    known.note(name, section.open);
    if (!section.open || isMounted) return;
    isMounted = true;
    mount();
  });
  section.open = known.has(name);
}
