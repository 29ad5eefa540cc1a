import type { ForgeContext } from './forge-actor';

/** Forge's id of the portal in which the frame is, which is that of its service desk; null: it is in none. */
export function forgePortal({ extension }: ForgeContext): string | null {
  const { portal } = (extension ?? {}) as { portal?: { id?: unknown } | null };
  const id = portal?.id;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
