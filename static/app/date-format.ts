const made = new Map<string, Intl.DateTimeFormat>();

/**
 * As `new Intl.DateTimeFormat`, which takes far longer than writing with it: made once for each wording and zone. Without a zone it
 * is made anew, since the browser's own may change while a page is open.
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  if (options.timeZone === undefined) return new Intl.DateTimeFormat(locale, options);
  const key = JSON.stringify([locale, options]);
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, format);
  return format;
}
