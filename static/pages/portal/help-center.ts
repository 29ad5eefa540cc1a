import { askResolver } from './environment';
import type { PortalPlace } from './place';

/** The help center belongs to no space. Nothing of a chat is loaded there, unless a Jira admin has chosen one for it. */
export async function drawHelpCenter(place: Omit<PortalPlace, 'portalId'>): Promise<void> {
  const answer = await askResolver('getDefaultChat', {}).catch(() => null);
  const portalId = answer?.ok ? answer.value.portalId : null;
  if (portalId !== null) (await import('./footer')).drawFooter({ ...place, portalId });
}
