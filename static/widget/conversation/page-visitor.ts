import { showsNothing } from '../../../src/domain/shows-nothing';
import type { PanelHost } from '../contract';
import type { PageVisitor } from '../frontdesk-api';

type Said = PageVisitor | null | undefined;

const warned = new Set<unknown>();

/** Who the visitor is, as the page's own script says, in the words of the contract. Nothing when that is no use. */
export function pageVisitor(
  visitor: Said,
):
  | { name: string; email: string; identity?: undefined }
  | { identity: string; email?: undefined }
  | undefined {
  const { name, email, token } = visitor ?? {};
  if (token) return { identity: token };
  if (name && !showsNothing(name) && email && /.@./.test(email)) return { name, email };
  if (visitor) {
    warn(visitor, 'frontdesk.identify was ignored: pass {name, email}, both filled in, or {token}.');
  }
  return undefined;
}

/** The server did not know somebody by their token. The visitor is asked who they are; the site's developer is told. */
export const warnOfToken = (visitor: Said): void =>
  warn(visitor, 'frontdesk.identify: the token was not accepted.');

/** Tells the site's developer what is wrong with what their page said, once. */
export function warn(said: unknown, words: string): void {
  if (warned.has(said)) return;
  warned.add(said);
  console.warn(words);
}

/** Does the page or the portal say who the visitor is? */
export const isKnown = ({ setup, visitor }: Pick<PanelHost, 'setup' | 'visitor'>): boolean =>
  setup.identified === true || !!pageVisitor(visitor);

/** Is it the visitor whose conversation has this address? A conversation is not shown to anybody else. */
export function sameVisitor(visitor: Said, email: string | null | undefined): boolean {
  const said = pageVisitor(visitor);
  return !email || !said?.email || said.email.toLowerCase() === email.toLowerCase();
}

/** What the web site calls the person whom it has signed in; empty: nobody. Only the server can tell whether that is true. */
export function signedIn(visitor: Said): string {
  const { token } = visitor ?? {};
  if (!token) return '';
  try {
    const claims = token.split('.')[1] ?? '';
    const { sub } = JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/'))) as { sub?: unknown };
    return `${String(sub)}.`;
  } catch {
    return '.';
  }
}

/** Stands for them in the names of what this tab keeps, which tell nobody what the site calls them (FNV-1a). */
export function markOf(person: string): string {
  let mark = 0;
  for (let i = 0; i < person.length; i++) mark = Math.imul(mark ^ person.charCodeAt(i), 16_777_619);
  return (mark >>> 0).toString(36);
}
