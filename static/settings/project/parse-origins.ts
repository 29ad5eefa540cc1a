import { ALLOWED_ORIGINS } from '../../../src/domain/limits';

/** Why a line is not the address of a web site. */
export type OriginFault = 'not-an-address' | 'no-scheme' | 'has-more' | 'wildcard' | 'too-long' | 'too-many';

export interface OriginProblem {
  /** Counted from 1, as people count the lines of a text field. */
  line: number;
  text: string;
  fault: OriginFault;
  /** What was probably meant, where that can be told. */
  suggestion: string | null;
}

export interface ParsedOrigins {
  origins: string[];
  problems: OriginProblem[];
}

/** An `Origin` header longer than this is refused by the resolver. */
const LONGEST_ORIGIN = 255;

function webOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : null;
}

/** A host that somebody could mean when they leave out the scheme: has a dot, or is this machine. */
function meantWithoutScheme(text: string): string | null {
  const origin = webOrigin(`https://${text}`);
  return origin && /^https:\/\/([^/]+\.[^/.]+|localhost(:\d+)?)$/.test(origin) ? origin : null;
}

/** Reads one line. A closing slash is what browsers' address bars add, so it is no fault. */
function readLine(text: string): string | { fault: OriginFault; suggestion: string | null } {
  if (text.includes('*')) return { fault: 'wildcard', suggestion: null };
  if (!/^https?:\/\//i.test(text)) {
    const suggestion = text.includes('://') ? null : meantWithoutScheme(text);
    return { fault: suggestion ? 'no-scheme' : 'not-an-address', suggestion };
  }
  const origin = webOrigin(text);
  if (!origin) return { fault: 'not-an-address', suggestion: null };
  if (origin.length > LONGEST_ORIGIN) return { fault: 'too-long', suggestion: null };
  const url = new URL(text);
  const bare = url.pathname === '/' && url.username === '' && url.password === '' && !/[?#]/.test(text);
  return bare ? origin : { fault: 'has-more', suggestion: origin };
}

/** Reads the list of allowed web sites, one per line; empty lines and repetitions are left out. */
export function parseOrigins(text: string): ParsedOrigins {
  const origins = new Set<string>();
  const problems: OriginProblem[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const entry = raw.trim();
    if (entry === '') continue;
    const read = readLine(entry);
    const at = { line: index + 1, text: entry };
    if (typeof read !== 'string') problems.push({ ...at, ...read });
    else if (origins.size >= ALLOWED_ORIGINS && !origins.has(read))
      problems.push({ ...at, fault: 'too-many', suggestion: null });
    else origins.add(read);
  }
  return { origins: [...origins], problems };
}

/** The text with the line of a problem replaced by what was probably meant. */
export function acceptSuggestion(text: string, problem: OriginProblem): string {
  const lines = text.split('\n');
  if (problem.suggestion !== null) lines[problem.line - 1] = problem.suggestion;
  return lines.join('\n');
}
