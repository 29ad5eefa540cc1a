type Locales = typeof import('../../locales/en-US.json');

/** Every text of the app as `section.name`: a key that does not exist does not compile. */
export type TextKey = {
  [Section in keyof Locales & string]: `${Section}.${keyof Locales[Section] & string}`;
}[keyof Locales & string];

/** A text that depends on a number comes as a pair: `section.nameOne` and `section.nameOther`. */
type CountedKey<Key = TextKey> = Key extends `${infer Base}One`
  ? `${Base}Other` extends TextKey
    ? Base
    : never
  : never;

type TextValues = Record<string, string | number>;

export interface Texts {
  /** BCP 47 tag, for Intl. */
  locale: string;
  /** The text with its `{name}` placeholders filled in. */
  t(key: TextKey, values?: TextValues): string;
  /** The text for this number; `{count}` is the number as the language writes it. */
  counted(key: CountedKey, count: number, values?: TextValues): string;
  /** "a, b, and c" */
  list(items: string[]): string;
}

export function createTexts(locale: string, lookUp: (key: string) => string): Texts {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  const said = (text: string, values: TextValues): string =>
    startsWithSomeone(text, values, lookUp) ? capitalized(fill(text, values), locale) : fill(text, values);
  return {
    locale,
    t: (key, values = {}) => said(lookUp(key), values),
    counted: (key, count, values = {}) => {
      const form = plural.select(count) === 'one' ? 'One' : 'Other';
      return said(lookUp(`${key}${form}`), { ...values, count: number.format(count) });
    },
    list: (items) => conjunction.format(items),
  };
}

/**
 * One pass, so that a value which looks like a placeholder stays as it is. The stop of an abbreviation ("12 Std.") is the
 * sentence's, too.
 */
const fill = (text: string, values: TextValues): string =>
  text.replace(/\{(\w+)\}(\.?)/g, (placeholder, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    const said = String(value);
    return said.endsWith('.') ? said : said + stop;
  });

/** Whoever's name is not known is "someone", and a sentence may begin with them. A name stays as its owner writes it. */
const startsWithSomeone = (text: string, values: TextValues, lookUp: (key: string) => string): boolean =>
  text.startsWith('{') && values[text.slice(1, text.indexOf('}'))] === lookUp('agent.someone');

const capitalized = (sentence: string, locale: string): string =>
  sentence.slice(0, 1).toLocaleUpperCase(locale) + sentence.slice(1);
