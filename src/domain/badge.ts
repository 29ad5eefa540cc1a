import type { Availability } from './availability';

const NOTHING = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

/** Average width of a glyph of the badge's 11 px font. */
const GLYPH = 6.6;
const PADDING = 8;

/** The texts of a badge. They come from Frontdesk's own locale files: never from a request. */
export interface BadgeTexts {
  chat: string;
  online: string;
  offline: string;
  closed: string;
}

/** A status badge for a README or a status page: state in words, shape and colour. Nothing for a disabled chat. */
export function badgeSvg({ state, degraded, closed }: Availability, texts: BadgeTexts): string {
  if (state === 'disabled' || state === 'hidden') return NOTHING;
  const isOnline = state === 'online';
  const word = degraded ? '?' : isOnline ? texts.online : closed ? texts.closed : texts.offline;
  const left = Math.ceil(texts.chat.length * GLYPH) + 2 * PADDING;
  const right = Math.ceil(word.length * GLYPH) + 2 * PADDING + 14;
  const mark = isOnline
    ? `<circle cx="${String(left + 12)}" cy="10" r="4" fill="#fff"/>`
    : `<circle cx="${String(left + 12)}" cy="10" r="3.25" fill="none" stroke="#fff" stroke-width="1.5"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(left + right)}" height="20" role="img" aria-label="${escape(texts.chat)}: ${escape(word)}">`,
    `<rect width="${String(left + right)}" height="20" rx="3" fill="#44546F"/>`,
    `<path d="M${String(left)} 0h${String(right - 3)}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${String(right - 3)}z" fill="${isOnline ? '#1F845A' : '#626F86'}"/>`,
    mark,
    '<g fill="#fff" font-family="Verdana,Geneva,sans-serif" font-size="11">',
    `<text x="${String(PADDING)}" y="14">${escape(texts.chat)}</text>`,
    `<text x="${String(left + 20)}" y="14">${escape(word)}</text>`,
    '</g></svg>',
  ].join('');
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
