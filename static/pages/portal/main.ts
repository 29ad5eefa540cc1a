import { view } from '@forge/bridge';
import './portal.css';

/** One resource for all of the portal's modules: Forge allows an app ten. Each loads its own part. */
const [{ accountId, cloudId, extension, locale, moduleKey }] = await Promise.all([
  view.getContext(),
  view.theme.enable(),
]);
const { portal, request } = extension as {
  portal?: { id?: number | string };
  request?: { key?: string };
};

if (moduleKey === 'portal-line') (await import('./line')).drawHead();
// The help centre shows the footer too, but belongs to no project: nothing to be drawn there.
else if (portal?.id !== undefined) {
  const place = { accountId, cloudId, portalId: String(portal.id), locale };
  if (moduleKey !== 'request-chat') (await import('./footer')).drawFooter(place);
  else if (request?.key !== undefined) await (await import('./request')).drawRequestPanel(place, request.key);
}
