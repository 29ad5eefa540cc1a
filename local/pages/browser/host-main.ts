import type { CommandData } from '../page-data';
import { createCommandPalette } from './command-palette';
import { createEventBus } from './event-bus';
import { createFlagStack } from './flag-stack';
import type { HostPage } from './host-page';
import { wakePage } from './clock-ahead';
import { connectLiveEvents } from './live-events';
import { enableLivePage } from './live-page';
import { enableMenus } from './menus';
import { openModuleDialog } from './module-dialog';
import { readPageData } from './page-data-element';
import { mountPlaces } from './places';
import { applyPageTheme, watchTheme } from './theme';
import { enableThemeChoice } from './theme-choice';

/** The script of every page that shows Forge modules: the Jira shell and the customer portal. */
applyPageTheme();
watchTheme();
enableMenus();
enableThemeChoice();

const data = readPageData();
const live = connectLiveEvents();

const host: HostPage = {
  data,
  flags: createFlagStack(),
  live,
  appEvents: createEventBus(),
  publicEvents: createEventBus(),
  frames: new Set(),
  openDialog: (request) => openModuleDialog(host, request),
  onKey(key) {
    if (key === 'palette') palette.open();
  },
};

const palette = createCommandPalette(data.commands, run);

function run({ title, opens }: CommandData): void {
  if ('page' in opens) {
    location.assign(opens.page);
    return;
  }
  host.openDialog({
    module: opens.module,
    resource: opens.module.resource,
    title,
    size: opens.size,
    closeOnEscape: true,
    closeOnOverlayClick: true,
    onClose: () => undefined,
  });
}

if (data.commands.length > 0) {
  document.querySelector('[data-open-palette]')?.addEventListener('click', () => palette.open());
  addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    palette.open();
  });
}

live.onClockMove((time) => {
  wakePage();
  for (const frame of host.frames) frame.wake(time);
});

enableLivePage(live);
mountPlaces(host);
