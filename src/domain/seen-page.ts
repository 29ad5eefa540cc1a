/** Where a project's icon was drawn last, as far as it was noted. */
export interface SeenPage {
  /** A website, as `Origin` headers spell it, or PORTAL. */
  origin: string;
  /** Epoch ms, a day old at most while it is drawn there. */
  at: number;
}

/** Stands for the customer portal among websites. */
export const PORTAL = 'portal';

/** Milliseconds after which it is noted anew that a page was seen. */
const NOTED_EVERY_MS = 24 * 60 * 60_000;

/** Anyone may say any origin: so many are kept, and no more written. */
const PAGES_KEPT = 5;

/** Milliseconds after which a page that was not seen again makes room for another. */
const FORGOTTEN_MS = 7 * NOTED_EVERY_MS;

/** Characters of an address: what a settings form takes. */
const ORIGIN_LENGTH = 255;

/**
 * Where the icon was seen, with one page more; null: there is nothing to note. Where only some websites are `allowed`, one of
 * them takes the place of one that is not; an empty list allows all.
 */
export function withSeen(
  pages: readonly SeenPage[],
  origin: string,
  now: number,
  allowed: readonly string[],
): SeenPage[] | null {
  if (!isPage(origin)) return null;
  const known = pages.find((page) => page.origin === origin);
  if (known && now - known.at < NOTED_EVERY_MS) return null;
  const others = pages.filter((page) => page !== known);
  const seen = { origin, at: now };
  if (others.length < PAGES_KEPT) return [...others, seen];
  const isWanted = (page: SeenPage): boolean => page.origin === PORTAL || allowed.includes(page.origin);
  const replaced =
    others.find(({ at }) => now - at >= FORGOTTEN_MS) ??
    (isWanted(seen) ? others.find((page) => !isWanted(page)) : undefined);
  return replaced ? [...others.filter((page) => page !== replaced), seen] : null;
}

function isPage(origin: string): boolean {
  if (origin === PORTAL) return true;
  if (origin.length > ORIGIN_LENGTH || !URL.canParse(origin)) return false;
  const { protocol, origin: spelled } = new URL(origin);
  return (protocol === 'https:' || protocol === 'http:') && spelled === origin;
}
