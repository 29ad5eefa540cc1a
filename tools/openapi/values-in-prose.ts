/** Parameters and members whose values Atlassian lists in words, where the schema says "string". */
const LISTED_IN_WORDS = new Set([
  'expand',
  'requestOwnership',
  'requestStatus',
  'approvalStatus',
  'typeKey',
  'restrictionStatus',
]);

/** "accepts `a`", "Valid values are `a`, `b`, and `c`", "(`a` or `b`)". */
const IN_A_SENTENCE = /(?:accepts|values are|\() ?(`[^`]+`(?:,? (?:and |or )?`[^`]+`)*)/;
const LIST_ITEM = /^ \* {2}`([^`]+)`/gm;

/** The values that a description lists; undefined: it lists none, or others may be given as well. */
export function valuesInProse(name: string, description: string): string[] | undefined {
  if (!LISTED_IN_WORDS.has(name)) return undefined;
  const items = [...description.matchAll(LIST_ITEM)].map(([, value = '']) => value);
  if (items.length > 0) return items;
  const sentence = IN_A_SENTENCE.exec(description)?.[1];
  return sentence?.match(/[^`]+(?=`(?:,|$| and| or))/g)?.filter((value) => /^[\w.]+$/.test(value));
}
