import type { SeedPerson } from './people';

/** Backgrounds on which white initials have at least 4.5:1 contrast. */
const COLORS = ['#1868db', '#1f845a', '#964ac0', '#ae4787', '#206a83', '#a54800', '#5b6b7c', '#82560b'];

/** Where the local site serves somebody's avatar. */
export function avatarPath(accountId: string): string {
  return `/avatars/${encodeURIComponent(accountId)}.svg`;
}

/** A round picture with the person's initials, as Atlassian draws for people without a photo. */
export function drawAvatar({ name, accountId }: Pick<SeedPerson, 'name' | 'accountId'>): string {
  const initials = name
    .split(' ')
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('');
  const sum = [...accountId].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const color = COLORS[sum % COLORS.length] ?? '#5b6b7c';
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">',
    `<circle cx="24" cy="24" r="24" fill="${color}"/>`,
    '<text x="24" y="31" fill="#fff" font-family="system-ui,sans-serif" font-size="19" font-weight="600" text-anchor="middle">',
    `${initials}</text></svg>`,
  ].join('');
}
