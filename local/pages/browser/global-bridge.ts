import type { SiteTime } from '../../clock';
import { readSiteTime, setSiteTime, wakePage } from './clock-ahead';
import { watchFrameSize } from './frame-size';
import { applyFrameTheme, type FrameTheme } from './frame-theme';
import { createRpcChannel, isWireMessage } from './rpc-channel';

/**
 * The first script of every Custom UI frame: gives @forge/bridge its `__bridge.callBridge`. The server writes
 * the origin of the host page into the script tag, so that nothing is ever sent to or taken from another page.
 */
declare global {
  var __bridge: { callBridge(command: string, payload?: unknown): Promise<unknown> };
}

const hostOrigin = document.currentScript?.dataset.hostOrigin;
if (!hostOrigin) throw new Error('The bridge script needs data-host-origin.');
readSiteTime(document.currentScript);

const channel = createRpcChannel({
  post: (message) => parent.postMessage(message, hostOrigin),
  serve: (command, payload) => {
    // The commands that a host page sends to its frames.
    if (command === 'local:theme') return applyFrameTheme(payload as FrameTheme);
    if (command === 'local:wake') return wake(payload as SiteTime);
    if (command === 'local:refocus') return refocus();
    throw new Error(`Unknown command: ${command}`);
  },
});

function wake(time: SiteTime): void {
  if (setSiteTime(time)) wakePage();
}

/** What was focused when the app opened a dialog; being inert meanwhile takes the focus from it. */
let opener: Element | null = null;

function refocus(): void {
  if (opener instanceof HTMLElement) opener.focus();
  opener = null;
}

addEventListener('message', (event) => {
  if (event.source !== parent || event.origin !== hostOrigin || !isWireMessage(event.data)) return;
  void channel.receive(event.data);
});

globalThis.__bridge = {
  async callBridge(command, payload) {
    if (command === 'openModal') opener = document.activeElement;
    if (command !== 'enableTheming') return channel.call(command, payload);
    return applyFrameTheme((await channel.call(command)) as FrameTheme);
  },
};

// Keys pressed in a frame never reach the page around it.
addEventListener('keydown', (event) => {
  if (event.defaultPrevented) return;
  const isPalette = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey);
  if (isPalette) event.preventDefault();
  if (isPalette || event.key === 'Escape') void channel.call('local:key', isPalette ? 'palette' : 'escape');
});

void channel.call('local:hello');
watchFrameSize((size) => void channel.call('local:size', size));
