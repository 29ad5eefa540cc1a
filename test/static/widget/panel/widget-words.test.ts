import { describe, expect, test } from 'vitest';
import german from '../../../../locales/de-DE.json';
import english from '../../../../locales/en-US.json';
import french from '../../../../locales/fr-FR.json';
import japanese from '../../../../locales/ja-JP.json';

const thatSay = ({ widget }: { widget: Record<string, string> }, never: RegExp): string[] =>
  Object.entries(widget)
    .filter(([, text]) => never.test(text))
    .map(([key, text]) => `${key}: ${text}`);

/** The support team speaks, to customers: otherwise than Frontdesk does to colleagues in Jira. */
describe('what the widget says to customers', () => {
  test.each([
    ['request', /\b(issues?|tickets?|projects?)\b/i],
    ['chat', /\b(conversations?|sessions?)\b/i],
    ['reply', /\b(answers?|answered|answering)\b/i],
    ['website', /\bweb sites?\b/i],
    ['email', /\be-mails?\b|\baddress\b/i],
    ['log in', /\b(signs? in|signed in|sign-in)\b/i],
    ['online, offline', /\bavailable\b(?<!no longer available)|\baway\b/i],
    ['no one, someone, everyone', /\b(nobody|somebody|everybody|anybody)\b/i],
    ['is anyone online, not here', /\bis here\b/i],
    ['contractions', /\b(cannot|could not|are not|was not|were not|did not|does not|do not|we are|it is)\b/i],
    ['no longer', /\bany ?more\b/i],
    ['please, where there is only another way', /\bplease\b(?! contact us another way)|\b(sorry|oops)\b/i],
    ['for example, and so on, and', /\b(e\.g|i\.e|etc)\.|&/i],
    ['“ ”, ’ and …', /["']|\.\.\./],
  ])('is “%s” in English, and nothing else for it', (_say, never) => {
    expect(thatSay(english, never)).toEqual([]);
  });

  test.each([
    ['Sie', /\b(du|dich|dir|dein(e[mnrs]?)?)\b/i],
    ['online, not da', /\bjemand da\b|\bniemand da\b/],
    ['einen Chat starten', /\bChat beginnen|beginnen Sie\b/i],
    ['ein geschütztes Leerzeichen vor …', /[^\u00a0]…/],
    ['„ “ und ’', /["'”]/],
  ])('is “%s” in German', (_say, never) => {
    expect(thatSay(german, never)).toEqual([]);
  });

  test.each([
    ['vous', /(?<!\p{L})(tu|ton|ta|tes|toi)(?!\p{L})/iu],
    ['démarrer un chat', /commence[rz]? un (nouveau )?chat/i],
    ['une espace insécable avant : ; ? !', /[^\u00a0][:;?!](\s|$)/],
    ['« », ’', /["'”“]/],
  ])('is “%s” in French', (_say, never) => {
    expect(thatSay(french, never)).toEqual([]);
  });

  test.each([
    ['お客様, 担当者', /顧客|エージェント/],
    ['返信', /回答/],
    ['Web サイト', /ウェブ|Webサイト/],
    ['full-width ： （ ）', /[ぁ-んァ-ヶ一-龠] ?[:(]/],
    ['a space between scripts', /[ぁ-んァ-ヶ一-龠ー][A-Za-z0-9]|[A-Za-z0-9][ぁ-んァ-ヶ一-龠]/],
  ])('is “%s” in Japanese', (_say, never) => {
    expect(thatSay(japanese, never)).toEqual([]);
  });
});
