import { linkParts } from '../link-parts';

/** What a link may not lead to, not even as a text that somebody copies. */
const RUNS_CODE = /^(?:javascript|vbscript|data):/i;

/** Of these the address itself is what people know them by. */
const CALLED = /^(?:mailto|tel|sms):/i;

/** What `linkParts` takes for the end of an address, and what addresses may have instead. */
const ENDS = /[()[\]<>"'`{}|\\^\s]|[^\p{L}\p{M}\p{N}/#%&=+$@_-]$/gu;

/** Words that lead somewhere, as a text: the words, and where they lead if that is not what they say. */
export function linkText(words: string, href: string): string {
  const address = addressText(href);
  const said = words.trim();
  if (address === '') return words;
  if (said === '' || isSame(said, address)) return address;
  // Behind the words, and before the space that follows them.
  return `${words.trimEnd()} (${address})${words.slice(words.trimEnd().length)}`;
}

/** Empty: nothing that leads anywhere from another page. */
function addressText(href: string): string {
  const address = href.replace(/\p{C}/gu, '').trim();
  const squeezed = address.replace(/\s/g, '');
  if (address.startsWith('#') || RUNS_CODE.test(squeezed)) return '';
  if (CALLED.test(address)) return decoded(address.replace(CALLED, '').replace(/\?.*/, ''));
  return /^https?:/i.test(address) ? webAddress(address) : address;
}

/** In a form that is a link as a whole where texts with links are shown. */
function webAddress(address: string): string {
  if (isLink(address) || !URL.canParse(address)) return address;
  return new URL(address).href
    .replace(/\?$/, '')
    .replace(ENDS, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

const isLink = (text: string): boolean => {
  const [first, ...rest] = linkParts(text);
  return first?.href !== undefined && rest.length === 0;
};

function isSame(words: string, address: string): boolean {
  const bare = (text: string): string =>
    text
      .replace(/^(?:https?:\/\/|mailto:|tel:|sms:)/i, '')
      .replace(/\/$/, '')
      .toLowerCase();
  const isSameUrl =
    URL.canParse(words) && URL.canParse(address) && new URL(words).href === new URL(address).href;
  return isSameUrl || bare(words) === bare(address);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
