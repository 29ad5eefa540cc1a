import { router, view } from '@forge/bridge';
import { createBrowserEnvironment } from '../widget/browser-environment';
import { startWidget } from '../widget/widget';
import { PORTAL_STYLE } from './portal-style';
import { createPortalTransport } from './portal-transport';

/** The chat icon in the footer of the customer portal. */
const [{ extension, locale }] = await Promise.all([view.getContext(), view.theme.enable()]);
const portal = extension['portal'] as { id?: number | string } | undefined;

// The help centre shows the footer too, but belongs to no project: nothing to be drawn there.
if (portal?.id !== undefined) {
  const portalId = String(portal.id);
  startWidget(
    createBrowserEnvironment(),
    createPortalTransport(portalId, locale),
    `frontdesk:portal:${portalId}`,
    PORTAL_STYLE,
    (url) => void router.navigate(url),
  );
}
