import type { PortalAvailability } from '../../../src/contract/portal';
import type { Availability } from '../frontdesk-api';
import { nearestLocale } from '../panel/nearest-locale';
import { lineNews, type LineNews } from './line-news';

/** What frames of this app say to each other on one page: by Forge's bridge, or in its place in tests. */
export interface FrameBus {
  on(event: string, heard: (payload?: unknown) => void): unknown;
  emit(event: string, payload?: unknown): unknown;
}

/** From the footer's frame to the one in the head, and back. */
export const LINE = 'frontdesk:line';
export const LINE_IS_THERE = 'frontdesk:line-is-there';
export const OPEN_CHAT = 'frontdesk:open-chat';

export interface LineTeller {
  /** The server's answer, which says whether there is to be a line, and in which words. */
  know(answer: PortalAvailability): void;
  /** What is shown to the customer now. */
  change(availability: Availability): void;
}

interface LineTellerOptions {
  bus: FrameBus;
  /** Milliseconds; only differences count. */
  now(): number;
  /** The visitor's, BCP 47. */
  languages: readonly string[];
  /** The line says it: the icon need not say it as well. */
  onQuiet(quiet: boolean): void;
}

/**
 * Tells the frame in the portal's head what the footer's knows, so that one of them asks. Either may be there first: the line
 * says that it has come.
 */
export function createLineTeller({ bus, now, languages, onQuiet }: LineTellerOptions): LineTeller {
  let known: { widget: NonNullable<PortalAvailability['widget']>; ahead: number } | undefined;
  let shown: Availability | undefined;
  let isThere = false;

  function news(): LineNews | null {
    if (!known?.widget.line || !shown) return null;
    const { labels, locale } = known.widget;
    const reader = nearestLocale(locale, languages);
    return lineNews(shown, { labels, locale: reader, now: now() + known.ahead });
  }

  function tell(): void {
    const said = news();
    void bus.emit(LINE, said);
    onQuiet(isThere && said !== null);
  }

  bus.on(LINE_IS_THERE, () => {
    isThere = true;
    tell();
  });

  return {
    know({ widget, now: serverNow }) {
      // The visitor's own clock may be wrong by any amount.
      if (widget) known = { widget, ahead: Date.parse(serverNow) - now() };
      tell();
    },
    change(availability) {
      shown = availability;
      tell();
    },
  };
}
