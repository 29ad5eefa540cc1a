import { describe, expect, test } from 'vitest';

import german from '../../../locales/de-DE.json';
import english from '../../../locales/en-US.json';
import french from '../../../locales/fr-FR.json';
import japanese from '../../../locales/ja-JP.json';

type Locale = Record<string, Record<string, string>>;

/** Customers of somebody else's: the support team speaks there, and German says Sie. */
const SPOKEN_TO_CUSTOMERS = ['widget', 'requestTalk'];

/** What a placeholder stands for is no word of ours. */
const wordsOf = (text: string): string => text.replaceAll(/\{\w+\}/g, '');

function thatSay(locale: Locale, never: RegExp): string[] {
  return Object.entries(locale)
    .filter(([prefix]) => !SPOKEN_TO_CUSTOMERS.includes(prefix))
    .flatMap(([prefix, texts]) =>
      Object.entries(texts)
        .filter(([, text]) => never.test(wordsOf(text)))
        .map(([key, text]) => `${prefix}.${key}: ${text}`),
    );
}

describe('whatever people read in Jira', () => {
  test.each([
    ['space', /\bprojects?\b/i],
    ['request, work item', /\b(issues?|tickets?)\b/i],
    ['chat', /\b(conversations?|sessions?)\b/i],
    ['reply', /\b(answers?|answered|answering)\b/i],
    ['embed code', /\bsnippets?\b|\bnew id\b/i],
    ['website', /\bweb sites?\b/i],
    ['email', /\be-mails?\b/i],
    ['turn on, turn off', /\b(enabled?|disabled?|activated?)\b/i],
    ['set to offline', /\bput\b.*\boffline\b|\bby hand\b/i],
    ['online, offline', /\bavailable\b|(?<!right )\baway\b/i],
    ['log in', /\b(signs? in|signed in|sign-in)\b/i],
    ['held back', /\b(quarantine|spam|suspended)\b/i],
    ['hand over', /\b(transfer|forward|claim|grab)\b/i],
    ['enter, select', /\b(typed|clicks?)\b/i],
    ['no one, someone, everyone', /\b(nobody|somebody|everybody|anybody)\b/i],
    [
      'contractions',
      /\b(cannot|could not|is not|are not|was not|were not|did not|does not|do not|it is|you are)\b/i,
    ],
    ['no longer', /\bany ?more\b/i],
    ['nothing in place of please, sorry and oops', /\b(please|sorry|oops)\b/i],
    ['for example, and so on, and', /\b(e\.g|i\.e|etc)\.|&/i],
    ['“ ”, ’ and …', /["']|\.\.\./],
  ])('says “%s” in English, and nothing else for it', (_say, never) => {
    expect(thatSay(english, never)).toEqual([]);
  });

  test.each([
    // At the beginning of a sentence it may be them or you; an order shows itself.
    ['du', /(?<=[^.!?:…]\s)(Sie|Ihr(e[mnrs]?)?)\b|\bIhnen\b/],
    ['Bereich', /projekt/i],
    ['Anfrage', /\bvorg[aä]ng|ticket/i],
    ['einschalten, ausschalten', /aktiviert|deaktiviert|aktivieren/i],
    ['Einbettungscode', /schnipsel|snippet/i],
    ['Online-Zeit', /\bOnlinezeit/],
    ['signieren', /unterschr|unterschreib/i],
    ['auf offline setzen', /offline geschaltet|Offlineschalten|(?<!auf )offline gesetzt/i],
    ['manuell', /von Hand/i],
    ['Chat-Symbol', /Chatsymbol/],
    ['Zeitplan', /Arbeitspl[aä]n|Dienstpl[aä]n/],
    ['ein geschütztes Leerzeichen vor …', /[^\u00a0]…/],
    ['„ “ und ’', /["'”]/],
  ])('says “%s” in German', (_say, never) => {
    expect(thatSay(german, never)).toEqual([]);
  });

  test.each([
    ['espace', /\bprojets?\b/i],
    ['demande', /\btickets?\b/i],
    ['passer en ligne, of no one’s gender', /\b(se|s’est|s’être) mis|se mettent?|\ba mis\b|\bvous a mis/i],
    ['démarrer un chat', /commencer un (autre )?chat/i],
    ['e-mail', /\b(courriel|mail)s?\b(?<!e-mails?)/i],
    ['astérisque', /étoile/i],
    ['vous', /(?<!\p{L})(tu|ton|ta|tes|toi)(?!\p{L})/iu],
    ['une espace insécable avant : ; ? ! et dans « »', /[^\u00a0][:;?!](\s|$)|[^\u00a0]»|«[^\u00a0]/],
    ['« », ’', /["'”“]/],
  ])('says “%s” in French', (_say, never) => {
    expect(thatSay(french, never)).toEqual([]);
  });

  test.each([
    ['スペース', /プロジェクト/],
    ['リクエスト', /課題|チケット/],
    ['顧客, エージェント', /お客様|担当者/],
    ['返信', /回答/],
    ['スケジュール', /勤務予定|シフト/],
    ['埋め込みコード', /スニペット/],
    ['Web サイト', /ウェブ|Webサイト/],
    ['オン, オフ', /有効に|無効に/],
    ['one word for one thing', /アクティビティ ログ|リクエスト タイプ|チャット アイコン|スペースの設定/],
    ['full-width ： （ ）', /[ぁ-んァ-ヶ一-龠] ?[:(]/],
    ['a space between scripts', /[ぁ-んァ-ヶ一-龠ー][A-Za-z0-9]|[A-Za-z0-9][ぁ-んァ-ヶ一-龠]/],
  ])('says “%s” in Japanese', (_say, never) => {
    expect(thatSay(japanese, never)).toEqual([]);
  });

  test('keeps a space between Japanese and what is filled in', () => {
    const glued = /[ぁ-んァ-ヶ一-龠ー]\{\w+\}|\{\w+\}[ぁ-んァ-ヶ一-龠]/;
    const found = Object.entries(japanese as Locale).flatMap(([prefix, texts]) =>
      Object.entries(texts).filter(([, text]) => !SPOKEN_TO_CUSTOMERS.includes(prefix) && glued.test(text)),
    );
    expect(found).toEqual([]);
  });
});
