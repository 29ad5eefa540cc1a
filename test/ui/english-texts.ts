import english from '../../locales/en-US.json';
import { createTexts } from '../../static/app/texts';

const sections: Record<string, Record<string, string>> = english;

/** The texts that people read, in English. */
export const englishTexts = createTexts('en-US', (key) => {
  const [section = '', name = ''] = key.split('.');
  return sections[section]?.[name] ?? key;
});
