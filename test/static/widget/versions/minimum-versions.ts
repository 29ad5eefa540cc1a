import type { BrowserName, CompatStatement, Identifier } from '@mdn/browser-compat-data';

/** The oldest browsers in which the widget is drawn (docs/widget.md). */
const MINIMUM = {
  chrome: 103,
  chrome_android: 103,
  edge: 103,
  firefox: 101,
  firefox_android: 101,
  safari: 16.4,
  safari_ios: 16.4,
  samsunginternet_android: 20,
} satisfies Partial<Record<BrowserName, number>>;

const BROWSERS = Object.keys(MINIMUM) as (keyof typeof MINIMUM)[];

/** Without a flag, a prefix or another name, from that version or an earlier one on. */
function isIn(browser: keyof typeof MINIMUM, { support }: CompatStatement): boolean {
  const statements = support[browser];
  return (Array.isArray(statements) ? statements : [statements]).some(
    (said) =>
      !!said &&
      typeof said.version_added === 'string' &&
      parseFloat(said.version_added.replace('≤', '')) <= MINIMUM[browser] &&
      !said.version_removed &&
      !said.flags &&
      !said.prefix &&
      !said.alternative_name,
  );
}

/** The oldest browsers that do not have it, as "firefox 101". What the data say nothing about counts as had. */
export const missingIn = (feature: Identifier | undefined): string[] => {
  const compat = feature?.__compat;
  return compat
    ? BROWSERS.filter((browser) => !isIn(browser, compat)).map((name) => `${name} ${MINIMUM[name]}`)
    : [];
};
