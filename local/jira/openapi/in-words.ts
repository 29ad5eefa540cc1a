import type { ErrorObject } from 'ajv';

const WORDS_LENGTH = 300;

/** The document's own words, on one line and not too many of them. */
export function quoted(words: unknown): string {
  if (typeof words !== 'string' || words === '') return '';
  const line = words.replace(/\s+/g, ' ').trim();
  return ` — “${line.length > WORDS_LENGTH ? `${line.slice(0, WORDS_LENGTH)}…` : line}”`;
}

type Named = Record<string, unknown>;

const asNamed = (value: unknown): Named =>
  typeof value === 'object' && value !== null ? (value as Named) : {};

/** What is wrong, as a sentence about `what`, followed by what the document says there. */
export function inWords(what: string, error: ErrorObject): string {
  const { keyword, instancePath, message = '', data } = error;
  const params = asNamed(error.params);
  const parent = asNamed(error.parentSchema);
  // Alike in every item of a list: one problem.
  const place = `${what}${instancePath.replaceAll(/\/\d+(?=\/|$)/g, '/*')}`;
  const members = asNamed(parent['properties']);
  switch (keyword) {
    case 'additionalProperties': {
      const known = Object.keys(members).filter((name) => members[name] !== false);
      return `${place} has “${String(params['additionalProperty'])}”, which is not documented; documented: ${known.join(', ') || 'none'}`;
    }
    case 'required': {
      const missing = String(params['missingProperty']);
      return `${place} lacks “${missing}”, which is required${quoted(asNamed(members[missing])['description'])}`;
    }
    case 'false schema':
      return `${place} is read only: Jira alone sets it`;
    case 'pattern':
    case 'enum':
      return `${place} is ${JSON.stringify(data)}, which is not documented${quoted(parent['description']) || `: ${message}`}`;
    default:
      return `${place} ${message}, and is ${shortened(data)}${quoted(parent['description'])}`;
  }
}

function shortened(data: unknown): string {
  const text = JSON.stringify(data) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
