/** For times and numbers the visitor's own country, where the texts are in their language. BCP 47 tags. */
export const nearestLocale = (ofTexts: string, visitors: readonly string[]): string =>
  visitors.find((language) => language.slice(0, 2) === ofTexts.slice(0, 2)) ?? ofTexts;
