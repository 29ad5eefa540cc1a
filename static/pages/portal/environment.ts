import { invoke } from '@forge/bridge';
import { createBrowserEnvironment } from '../../widget/browser/browser-environment';
import type { Environment } from '../../widget/browser/environment';
import { forgiving } from '../../widget/browser/forgiving-store';
import type { AskResolver } from '../../widget/portal/ask-resolver';
import type { PortalPlace } from './place';

export const newEnvironment = (): Environment => forgiving(createBrowserEnvironment());

/** The bridge types every answer as possibly wrapped; without asking for metadata it is not. */
export const askResolver: AskResolver = (functionKey, payload) => invoke(functionKey, payload) as never;

/** Frames of all sites share their storage, and so do all people who use this browser one after the other. */
export function namesOf({ accountId, cloudId, portalId }: PortalPlace): { place: string; name: string } {
  const place = `frontdesk:portal:${cloudId}:${portalId}`;
  return { place, name: `${place}:${accountId ?? ''}` };
}
