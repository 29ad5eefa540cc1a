import type { AppUnderCheck, Texts } from './app-under-check';

/** Texts by their full key (`section.key`). */
function flatten(texts: Texts, prefix = ''): Map<string, unknown> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null
        ? [...flatten(value as Texts, `${prefix}${key}.`)]
        : [[`${prefix}${key}`, value]],
    ),
  );
}

const placeholders = (text: unknown): string =>
  [...new Set(String(text).match(/\{[^{}]*\}/g) ?? [])].sort().join(' ');

const defaultTexts = ({ manifest, locales }: AppUnderCheck): Map<string, unknown> =>
  flatten(locales[manifest.translations?.fallback.default ?? ''] ?? {});

export function localesAreDeclared({ manifest, locales }: AppUnderCheck): string[] {
  const declared = new Set(manifest.translations?.resources.map(({ key }) => key));
  return Object.keys(locales)
    .filter((locale) => !declared.has(locale))
    .map((locale) => `locales/${locale}.json is not in the manifest's translations`);
}

export function localesHaveTheSameKeys(app: AppUnderCheck): string[] {
  const wanted = defaultTexts(app);
  return Object.entries(app.locales).flatMap(([locale, texts]) => {
    const found = flatten(texts);
    return [
      ...[...wanted.keys()]
        .filter((key) => !found.has(key))
        .map((key) => `locales/${locale}.json lacks ${key}`),
      ...[...found.keys()]
        .filter((key) => !wanted.has(key))
        .map((key) => `locales/${locale}.json alone has ${key}`),
    ];
  });
}

export function localesHaveTheSamePlaceholders(app: AppUnderCheck): string[] {
  const wanted = defaultTexts(app);
  return Object.entries(app.locales).flatMap(([locale, texts]) =>
    [...flatten(texts)]
      .filter(([key, text]) => wanted.has(key) && placeholders(text) !== placeholders(wanted.get(key)))
      .map(([key, text]) => `locales/${locale}.json: ${key} has the placeholders "${placeholders(text)}"`),
  );
}

export function textsAreWritten({ locales }: AppUnderCheck): string[] {
  return Object.entries(locales).flatMap(([locale, texts]) =>
    [...flatten(texts)]
      .filter(([, text]) => typeof text !== 'string' || text.trim() === '')
      .map(([key]) => `locales/${locale}.json: ${key} is no text`),
  );
}
