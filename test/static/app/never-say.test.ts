import { describe, expect, test } from 'vitest';

import german from '../../../locales/de-DE.json';
import english from '../../../locales/en-US.json';
import french from '../../../locales/fr-FR.json';
import japanese from '../../../locales/ja-JP.json';

/** The texts that keep to the glossary so far. A prefix is added with the commit that rewords it. */
const REWORDED = [
  'block',
  'customer',
  'error',
  'firstDay',
  'held',
  'keys',
  'personal',
  'protection',
  'settings',
  'team',
] as const;

type Locale = Record<(typeof REWORDED)[number], Record<string, string>>;

function thatSay(locale: Locale, never: RegExp): string[] {
  return REWORDED.flatMap((prefix) =>
    Object.entries(locale[prefix])
      .filter(([, text]) => never.test(text))
      .map(([key, text]) => `${prefix}.${key}: ${text}`),
  );
}

describe('settings, errors, first steps, team, held chats, blocking, protection and personal data', () => {
  test.each([
    ['embed code', /\bsnippets?\b|\bnew id\b/i],
    ['website', /\bweb sites?\b/i],
    ['email', /\be-mails?\b/i],
    ['turn on, turn off', /\b(enabled?|disabled?|activated?)\b/i],
    ['set to offline', /\bput\b.*\boffline\b|\bby hand\b/i],
    ['log in', /\b(signs? in|signed in|sign-in)\b/i],
    ['held back', /\b(quarantine|spam|suspended)\b/i],
    ['hand over', /\b(transfer|forward|claim|grab)\b/i],
    ['no one, someone, everyone', /\b(nobody|somebody|everybody|anybody)\b/i],
    ['contractions', /\b(cannot|could not|is not|are not|was not|were not|did not|does not|do not|it is)\b/i],
    ['no longer', /\bany ?more\b/i],
    ['nothing in place of please, sorry and oops', /\b(please|sorry|oops)\b/i],
    ['for example, and so on, and', /\b(e\.g|i\.e|etc)\.|&/i],
    ['“ ”, ’ and …', /["']|\.\.\./],
  ])('say “%s” in English, and nothing else for it', (_say, never) => {
    expect(thatSay(english, never)).toEqual([]);
  });

  test.each([
    ['du', /\b(Ihnen|Ihrem|Ihren|Ihres)\b|\b(Können|Möchten|Wählen|Geben|Prüfen|Versuchen|Laden) Sie\b/],
    ['Einbettungscode', /schnipsel|snippet/i],
    ['Online-Zeit', /\bOnlinezeit/],
    ['signieren', /unterschr|unterschreib/i],
    ['auf offline setzen', /offline geschaltet|Offlineschalten/i],
    ['ein geschütztes Leerzeichen vor …', /[^\u00a0]…/],
  ])('say “%s” in German', (_say, never) => {
    expect(thatSay(german, never)).toEqual([]);
  });

  test.each([
    ['passer en ligne, of no one’s gender', /se mettre en ligne|s’est mis|\ba mis\b.*hors ligne/i],
    ['démarrer un chat', /commencer un (autre )?chat/i],
    ['astérisque', /étoile/i],
  ])('say “%s” in French', (_say, never) => {
    expect(thatSay(french, never)).toEqual([]);
  });

  test.each([
    ['顧客, エージェント', /お客様|担当者/],
    ['埋め込みコード', /スニペット/],
    ['Web サイト', /ウェブ|Webサイト/],
    ['full-width ： （ ）', /[ぁ-んァ-ヶ一-龠] ?[:(]/],
  ])('say “%s” in Japanese', (_say, never) => {
    expect(thatSay(japanese, never)).toEqual([]);
  });
});
