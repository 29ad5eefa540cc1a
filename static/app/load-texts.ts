import { i18n } from '@forge/bridge';
import { createTexts, type Texts } from './texts';

/** The texts in the person's language, which Jira decides. */
export async function loadTexts(locale: string): Promise<Texts> {
  type Locale = Parameters<typeof i18n.createTranslationFunction>[0];
  const lookUp = await i18n.createTranslationFunction(locale as Locale);
  return createTexts(locale, lookUp);
}
