/** Sentences of a refusal that are passed on, and characters of each: what a notice has room for. */
const SENTENCES = 5;
const LENGTH = 300;

/**
 * What Jira says in a refusal, in the language of whoever asked; nothing when it says nothing that can be read. By hand:
 * the web trigger's bundle has no zod.
 */
export function jiraWords(body: string): string[] {
  const answer = objectIn(jsonOf(body));
  if (!answer) return [];
  const { errorMessages, errors, errorMessage } = answer;
  const all: unknown[] = [
    ...Object.values(objectIn(errorMessages) ?? {}),
    ...Object.values(objectIn(errors) ?? {}),
    // As Jira Service Management has it.
    errorMessage,
  ];
  const sentences = all.filter((each) => typeof each === 'string').filter((each) => each.trim() !== '');
  return [...new Set(sentences)].slice(0, SENTENCES).map((each) => [...each].slice(0, LENGTH).join(''));
}

const objectIn = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
