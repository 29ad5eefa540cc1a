import type { WidgetConfig } from '../contract/widget-config';
import type { Ports } from '../ports';
import type { PublicConfig } from '../storage-ports';
import { POLL_PATIENCE_MS } from './get-availability';

/** Texts by BCP 47 tag. */
export type LabelsByLocale = Record<string, Record<string, string>>;

const DEFAULT_LOCALE = 'en-US';

/** All but what follows from the build of the web trigger's own scripts. */
type Config = Omit<WidgetConfig, 'panel' | 'clock' | 'style'>;

/** What a page needs once; null: unknown or disabled. Throws PlatformFault. */
export async function getWidgetConfig(
  { publicRecords, clock }: Pick<Ports, 'publicRecords' | 'clock'>,
  labels: LabelsByLocale,
  widgetId: string,
  locale: string | null,
): Promise<Config | null> {
  const config = await clock.within(POLL_PATIENCE_MS, publicRecords.config(widgetId));
  return config && renderConfig(config, labels, locale);
}

export function renderConfig(config: PublicConfig, labels: LabelsByLocale, asked: string | null): Config {
  const locale = nearestLocale(Object.keys(labels), asked);
  const { welcomeText, allowedOrigins, suggestRegistration, siteUrl, serviceDeskId, version } = config;
  const { loggedInOnly, hours } = config;
  const portal = `${siteUrl}/servicedesk/customer`;
  return {
    locale,
    labels: labels[locale] ?? {},
    welcomeText,
    anonymous: loggedInOnly ? 'never' : config.anonymous,
    ...(loggedInOnly && { loggedInOnly }),
    ...(hours && { hours }),
    allowedOrigins,
    suggestRegistration,
    requestUrl: `${portal}/portal/${serviceDeskId}`,
    loginUrl: `${portal}/user/login?destination=${encodeURIComponent(`portal/${serviceDeskId}`)}`,
    version: version ?? null,
  };
}

/** The same tag, else one of the same language, else English. */
function nearestLocale(available: string[], asked: string | null): string {
  const wanted = (asked ?? '').replace('_', '-').toLowerCase();
  const language = wanted.split('-')[0];
  return (
    available.find((tag) => tag.toLowerCase() === wanted) ??
    available.find((tag) => tag.toLowerCase().split('-')[0] === language) ??
    DEFAULT_LOCALE
  );
}
