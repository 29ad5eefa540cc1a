import type { Person } from '../../../src/domain/person';
import type { Texts } from '../../app/texts';
import type { Companion } from './company';

/** Names that are said; the others are a number. */
const NAMED = 2;

/** Of whom it is said, and what: those who write before those who look. */
export function whoIsThere(others: Companion[]): { ids: string[]; isWriting: boolean } {
  const writing = others.filter(({ isWriting }) => isWriting);
  const shown = writing.length > 0 ? writing : others;
  return { ids: shown.map(({ accountId }) => accountId), isWriting: writing.length > 0 };
}

export function namesOf(texts: Texts, ids: string[], people: ReadonlyMap<string, Person>): string {
  const known = ids.flatMap((id) => people.get(id)?.name ?? []);
  const named = known.slice(0, ids.length > NAMED + 1 ? NAMED : ids.length);
  const others = ids.length - named.length;
  if (named.length === 0)
    return others === 1 ? texts.t('agent.someone') : texts.counted('collision.people', others);
  return texts.list(others > 0 ? [...named, texts.counted('collision.more', others)] : named);
}

/** Who else is at a chat, in a sentence (rule D4); empty: nobody. */
export function companyWords(texts: Texts, others: Companion[], people: ReadonlyMap<string, Person>): string {
  const { ids, isWriting } = whoIsThere(others);
  if (ids.length === 0) return '';
  const named = namesOf(texts, ids, people);
  if (isWriting)
    return ids.length === 1
      ? texts.t('collision.writing', { name: named })
      : texts.t('collision.writingMany', { names: named });
  return ids.length === 1
    ? texts.t('collision.looking', { name: named })
    : texts.t('collision.lookingMany', { names: named });
}
