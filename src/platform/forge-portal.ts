import type { ForgeContext } from './forge-actor';

/** Where a frame on the portal is, as the platform says. */
export interface ForgePlace {
  portal: string | null;
  /** Key of the request that the page shows; null: it shows none. */
  request: string | null;
}

export const forgePlace = (context: ForgeContext): ForgePlace => ({
  portal: forgePortal(context),
  request: forgeRequest(context),
});

function forgeRequest({ extension }: ForgeContext): string | null {
  const { request } = (extension ?? {}) as { request?: { key?: unknown } | null };
  const key = request?.key;
  return typeof key === 'string' && ISSUE_KEY.test(key) ? key : null;
}

const ISSUE_KEY = /^[A-Z][A-Z0-9_]{0,254}-[1-9]\d{0,17}$/;

/** Forge's id of the portal in which the frame is, which is that of its service desk; null: it is in none. */
function forgePortal({ extension }: ForgeContext): string | null {
  const { portal } = (extension ?? {}) as { portal?: { id?: unknown } | null };
  const id = portal?.id;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
