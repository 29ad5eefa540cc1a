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
else if (moduleKey === 'portal-chat' && portal?.id === undefined)
  await (await import('./help-center')).drawHelpCenter({ accountId, cloudId, locale });
else if (portal?.id !== undefined) {
  const place = { accountId, cloudId, portalId: String(portal.id), locale };
  if (moduleKey !== 'request-chat') (await import('./footer')).drawFooter(place);
  else if (request?.key !== undefined) await (await import('./request')).drawRequestPanel(place, request.key);
}
