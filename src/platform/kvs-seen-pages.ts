import { kvs, MetadataField } from '@forge/kvs';
import { withSeen, type SeenPage } from '../domain/seen-page';
import type { Clock, Log } from '../ports';
import type { SeenPages } from '../storage-ports';
import { isExpired } from './expiry';
import { perInstallation, remember } from './per-installation';
import { storageCall, storageKey } from './storage';
import { isInstant, isObject } from './stored-value';

/** Milliseconds for which a process trusts what it read: so often at most, whatever origins are said, it reads again. */
const TRUSTED_MS = 60 * 60_000;

/** Milliseconds that noting may hold up what a page asked for. */
const PATIENCE_MS = 500;

/** Widgets of which one process remembers where they were seen. */
const REMEMBERED = 200;

/** Whoever was not seen for a quarter is not there any more. */
const SEEN_TTL = { ttl: { value: 90, unit: 'DAYS' as const } };

/** `pages`: null where they could not be read, and are left alone for a while. */
const memory = perInstallation(() => new Map<string, { at: number; pages: SeenPage[] | null }>());

/**
 * One small record for each widget. Two processes that note at once may lose each other's page: it is noted the day after.
 */
export function kvsSeenPages(clock: Clock, report: Pick<Log, 'failure'>): SeenPages {
  async function read(widgetId: string): Promise<SeenPage[]> {
    const found = await storageCall(clock, () =>
      kvs.get<unknown>(storageKey.seen(widgetId), { metadataFields: [MetadataField.EXPIRE_TIME] }),
    );
    return found && !isExpired(found.expireTime, clock.now()) ? pagesIn(found.value) : [];
  }

  async function note(widgetId: string, origin: string, allowed: readonly string[]): Promise<void> {
    const now = clock.now();
    const known = memory().get(widgetId);
    const trusted = known && now - known.at < TRUSTED_MS ? known : null;
    if (!trusted) remember(memory(), widgetId, { at: now, pages: null }, REMEMBERED);
    const pages = trusted ? trusted.pages : await read(widgetId);
    if (pages === null) return;
    const next = withSeen(pages, origin, now, allowed);
    // Before it is written: whoever asks meanwhile, and whatever fails, writes nothing more.
    remember(memory(), widgetId, { at: trusted?.at ?? now, pages: next ?? pages }, REMEMBERED);
    if (next) await storageCall(clock, () => kvs.set(storageKey.seen(widgetId), next, SEEN_TTL));
  }

  return {
    read,
    async note(widgetId, origin, allowed) {
      try {
        await clock.within(PATIENCE_MS, note(widgetId, origin, allowed));
      } catch (fault) {
        report.failure('where the icon was seen was not noted', fault);
      }
    },
  };
}

const pagesIn = (stored: unknown): SeenPage[] =>
  Array.isArray(stored)
    ? stored.flatMap((page: unknown) =>
        isObject(page) && typeof page.origin === 'string' && isInstant(page.at)
          ? [{ origin: page.origin, at: Number(page.at) }]
          : [],
      )
    : [];
