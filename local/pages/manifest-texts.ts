import { readFileSync } from 'node:fs';
import type { Manifest } from '../manifest';
import type { ManifestText } from '../manifest-schema';

/** The texts of manifest.yml in somebody's language, and the files that @forge/bridge loads them from. */
export interface ManifestTexts {
  /** `{i18n: key}` in that language, or in the default one; plain text as it is. */
  read(text: ManifestText | undefined, locale: string): string;
  /** `__LOCALES__/i18n-info.json` and `__LOCALES__/<locale>.json`. */
  file(name: string): string | undefined;
}

export function createManifestTexts({ translations }: Manifest): ManifestTexts {
  const files = new Map(translations.locales.map(({ key, file }) => [key, file]));

  /** Read on every use: editing a translation shows after a reload. */
  const translation = (locale: string): unknown => {
    const file = files.get(locale);
    return file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'));
  };
  const find = (key: string, locale: string): string | undefined => {
    const found = key.split('.').reduce<unknown>(member, translation(locale));
    return typeof found === 'string' ? found : undefined;
  };

  return {
    read(text, locale) {
      if (text === undefined || typeof text === 'string') return text ?? '';
      return find(text.i18n, locale) ?? find(text.i18n, translations.fallback.default) ?? text.i18n;
    },
    file(name) {
      if (name === 'i18n-info.json') {
        const config = { locales: [...files.keys()], fallback: translations.fallback };
        return JSON.stringify({ translations: {}, config });
      }
      const file = files.get(name.replace(/\.json$/, ''));
      return file === undefined ? undefined : readFileSync(file, 'utf8');
    },
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
