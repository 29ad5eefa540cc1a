import { events, router } from '@forge/bridge';
import { startWidget } from '../../widget/launcher/widget';
import { createCarriedDraft } from '../../widget/portal/carried-draft';
import { createLineTeller, OPEN_CHAT } from '../../widget/portal/line-teller';
import { bringPanelIntoView } from '../../widget/portal/panel-in-view';
import { createMemoryStore } from '../../widget/portal/memory-store';
import { createPortalTransport } from '../../widget/portal/portal-transport';
import { askResolver, namesOf, newEnvironment } from './environment';
import type { PortalPlace } from './place';

/** What Atlassian calls everybody who is not logged in, where it does not leave the account out. */
const NOBODY = 'unidentified';

/** The chat icon in the footer of the customer portal. */
export function drawFooter(portalPlace: PortalPlace): void {
  const { accountId, portalId, locale } = portalPlace;
  const { place, name } = namesOf(portalPlace);
  const env = newEnvironment();
  const carried = createCarriedDraft({
    session: env.session,
    place,
    name,
    isLoggedIn: accountId !== undefined && accountId !== NOBODY,
    now: env.now,
  });
  // Before the widget looks whether a panel was open.
  const goesOn = carried.arrive();
  // Many browsers allow a frame of another site no storage.
  const local = env.local ?? createMemoryStore();
  const line = createLineTeller({
    bus: events,
    now: env.now,
    languages: navigator.languages,
    onQuiet: (quiet) => document.documentElement.toggleAttribute('data-line', quiet),
  });
  startWidget(
    // A page that shares nothing learns from the server itself, at once, whether there is a conversation.
    { ...env, local, ...(!env.local && { channel: () => () => undefined }) },
    createPortalTransport({
      askResolver,
      portalId,
      locale,
      local,
      name,
      newEnvironment: () => ({ ...newEnvironment(), local }),
      onAnswer: line.know,
      // Only to log in. Where nothing can be kept, beside this page, which has what was typed.
      follow: (url) => void (carried.leave() ? router.navigate(url) : router.open(url)),
    }),
    name,
  );
  window.frontdesk?.on('change', line.change);
  void events.on(OPEN_CHAT, () => {
    window.frontdesk?.open();
    bringPanelIntoView();
  });
  if (goesOn) bringPanelIntoView();
  // By the visitor themselves; not one that was open on the page before.
  addEventListener(
    'click',
    (event) => {
      const isIcon = (each: EventTarget): boolean => each instanceof Element && each.matches('.icon');
      if (event.composedPath().some(isIcon)) bringPanelIntoView();
    },
    // The panel keeps its clicks from the page.
    true,
  );
}
