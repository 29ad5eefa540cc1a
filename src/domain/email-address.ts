import { EMAIL_LENGTH } from './limits';

/** Bytes before the `@`, and of one label of a domain (RFC 5321, RFC 1035). */
const LOCAL_BYTES = 64;
const LABEL_LENGTH = 63;

/** A character beyond ASCII that has a look (RFC 6531 allows all; what cannot be seen is left to forgers). */
const BEYOND = String.raw`(?![\p{C}\p{Z}\p{DI}\u2800])[^\0-\x7f]`;
const ATOM = String.raw`(?:[\w!#$%&'*+/=?^\x60{|}~\-]|${BEYOND})+`;
const QUOTED = String.raw`"(?:[ !#-[\]-~]|\\[ -~]|${BEYOND})+"`;

/** RFC 5322's dot-atom, or a text in quotes. */
const LOCAL = new RegExp(String.raw`^(?:${ATOM}(?:\.${ATOM})*|${QUOTED})$`, 'u');

/** Letters and digits of any script, hyphens not at an end, at least one dot. */
const DOMAIN = /^(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*(?<!-)\.)+[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*(?<!-)$/u;

/** Top-level domains are letters: one of digits would be the address of a machine. */
const TOP_LEVEL = /^(?:[a-z]{2,}|xn--[a-z\d-]+)$/;

/**
 * Is this an address as mail takes them: with plus signs, quoted, international? Whether somebody reads what goes there
 * only a mail can tell. Addresses of machines (`[192.0.2.1]`), comments and names around it are none.
 */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  return (
    at > 0 &&
    text.length <= EMAIL_LENGTH &&
    byteCount(text) <= EMAIL_LENGTH &&
    byteCount(local) <= LOCAL_BYTES &&
    LOCAL.test(local) &&
    isDomain(domain)
  );
}

function isDomain(domain: string): boolean {
  // Letters that only look like others, such as full-width ones, are in no registry.
  if (!DOMAIN.test(domain) || domain.normalize('NFC') !== domain.normalize('NFKC')) return false;
  if (!URL.canParse(`https://${domain}`)) return false;
  const labels = new URL(`https://${domain}`).hostname.split('.');
  return labels.every(({ length }) => length <= LABEL_LENGTH) && TOP_LEVEL.test(labels.at(-1) ?? '');
}

const byteCount = (text: string): number => new TextEncoder().encode(text).length;

/** The same for one address however it is typed: by it, addresses are compared whole. */
export const foldedEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();
