import { view } from '@forge/bridge';
import '../../app/page.css';
import '../../availability/flags/indicator.css';
import '../../beside-request/beside-request.css';
import '../../ui/text-button.css';
import { callResolver } from '../../app/call-resolver';
import { loadTexts } from '../../app/load-texts';
import { pageProject } from '../../app/page-project';
import { createServerClock } from '../../app/server-clock';
import { startSection } from '../../beside-request/section';

/** Until the texts are there, the page's static HTML (a skeleton) stays. */
async function start(root: HTMLElement): Promise<void> {
  const themed = view.theme.enable();
  const { accountId = '', locale, extension } = await view.getContext();
  const [texts] = await Promise.all([loadTexts(locale), themed]);
  document.documentElement.lang = texts.locale;
  const { projectId } = pageProject(extension);
  if (projectId === undefined) throw new Error('The work item is in no space');
  startSection(root, {
    texts,
    call: callResolver,
    clock: createServerClock(),
    viewerId: accountId,
    projectId,
  });
}

const root = document.querySelector('main');
if (root)
  start(root).catch(() => {
    // Without the bridge or the texts nothing can be translated: the one English sentence of the app.
    root.textContent = 'Chat could not be loaded. Reload the page to try again.';
  });
