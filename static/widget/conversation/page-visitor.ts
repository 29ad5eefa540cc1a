import { showsNothing } from '../../../src/domain/shows-nothing';
import type { PanelHost } from '../contract';
import type { PageVisitor } from '../frontdesk-api';

let warned: unknown;

/** Who the visitor is, as the page's own script says, in the words of the contract. Nothing when that is no use. */
export function pageVisitor(
  visitor: PageVisitor | undefined,
): { name: string; email: string } | { identity: string } | undefined {
  const { name, email, token } = (visitor ?? {}) as Partial<Record<'name' | 'email' | 'token', string>>;
  if (token) return { identity: token };
  if (name && !showsNothing(name) && email && /.@./.test(email)) return { name, email };
  if (visitor) {
    warn(visitor, 'frontdesk.identify was ignored: pass {name, email}, both filled in, or {token}.');
  }
  return undefined;
}

/** The server did not know somebody by their token. The visitor is asked who they are; the site's developer is told. */
export const warnOfToken = (visitor: PageVisitor | undefined): void =>
  warn(visitor, 'frontdesk.identify: the token was not accepted.');

function warn(visitor: PageVisitor | undefined, words: string): void {
  if (visitor === warned) return;
  warned = visitor;
  console.warn(words);
}

/** Does the page or the portal say who the visitor is? */
export const isKnown = ({ setup, visitor }: Pick<PanelHost, 'setup' | 'visitor'>): boolean =>
  setup.identified === true || !!pageVisitor(visitor);

/** Is it the visitor whose conversation has this address? A conversation is not shown to anybody else. */
export function sameVisitor(visitor: PageVisitor | undefined, email: string | null | undefined): boolean {
  const said = pageVisitor(visitor);
  return !said || !email || !('email' in said) || said.email.toLowerCase() === email.toLowerCase();
}
