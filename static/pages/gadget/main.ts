import { view, type FullContext } from '@forge/bridge';
import { windowChannel } from '../../app/browser/window-channel';
import { callResolver } from '../../app/call-resolver';
import { element } from '../../ui/element';
import '../../ui/text-button.css';
import { loadTexts } from '../../app/load-texts';
// First: the styles that all pages share come before those that refine them.
import '../../app/page.css';
import { createServerClock } from '../../app/server-clock';
import type { Texts } from '../../app/texts';
import '../../team/wall/wall.css';
import { readConfig, type WallConfig } from '../../team/wall/wall-config';
import { showWallEdit } from '../../team/wall/wall-edit';
import { startWall } from '../../team/wall/wall-session';
import { createWallView } from '../../team/wall/wall-view';

/** A gadget on a dashboard: the wall, or the form that sets it up (rule D12). */
async function startGadget(root: HTMLElement): Promise<void> {
  void view.theme.enable();
  const context: FullContext = await view.getContext();
  const texts = await loadTexts(context.locale);
  document.documentElement.lang = texts.locale;
  const { entryPoint, gadgetConfiguration } = context.extension;
  const config = readConfig(gadgetConfiguration);
  if (entryPoint === 'edit') {
    await showWallEdit(root, {
      texts,
      call: callResolver,
      config,
      submit: (chosen) => view.submit(chosen),
      // Jira has no other way back from there than to keep what it has.
      cancel: () => view.submit(gadgetConfiguration),
    });
  } else if (config) showWall(root, texts, config, context.accountId ?? '');
  else showUnset(root, texts);
}

function showWall(
  root: HTMLElement,
  texts: Texts,
  { projectIds, showNames }: WallConfig,
  accountId: string,
): void {
  const { draw } = createWallView(root, texts, { showNames });
  // Each viewer is told what is theirs: who was logged in here before shares nothing.
  const channel = windowChannel(`frontdesk.wall.${accountId}`);
  startWall({ call: callResolver, clock: createServerClock(), projectIds, channel, draw });
}

function showUnset(root: HTMLElement, { t }: Texts): void {
  root.replaceChildren(
    element(
      'main',
      { class: 'wall-unset' },
      element('h2', {}, t('wall.emptyTitle')),
      element('p', {}, t('wall.emptyBody')),
    ),
  );
}

const root = document.getElementById('root');
if (root)
  startGadget(root).catch(() => {
    // Without the bridge or the texts nothing can be translated.
    root.textContent = 'Chat could not be loaded. Reload the page to try again.';
  });
