import { router, view } from '@forge/bridge';
import { createBrowserEnvironment } from '../widget/browser-environment';
import { startWidget } from '../widget/widget';
import { PORTAL_STYLE } from './portal-style';
import { createPortalTransport } from './portal-transport';

/** The chat icon in the footer of the customer portal. */
const [{ accountId, cloudId, extension, locale }] = await Promise.all([
  view.getContext(),
  view.theme.enable(),
]);
const portal = extension['portal'] as { id?: number | string } | undefined;

// The help centre shows the footer too, but belongs to no project: nothing to be drawn there.
if (portal?.id !== undefined) {
  const portalId = String(portal.id);
  startWidget(
    createBrowserEnvironment(),
    createPortalTransport(portalId, locale),
    // Frames of all sites share their storage, and so do all people who use this browser one after the other.
    `frontdesk:portal:${cloudId}:${portalId}:${accountId ?? ''}`,
    PORTAL_STYLE,
    (url) => void router.navigate(url),
  );
}
