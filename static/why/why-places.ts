import type { ReactNode } from 'react';
import type { WhyRule } from '../../src/contract/clock';
import type { TextKey } from '../app/texts';

/** Where something is decided. */
export type WhyPlace = 'chat' | 'hours' | 'closures' | 'hide' | 'team';

/** A link to where something is decided, as far as the page and the reader's rights allow; null: none. */
export type LinkTo = (place: WhyPlace, label: string) => ReactNode;

/** The reader's own schedule, and the way to it. Others' are for themselves: there is no page of them. */
export interface OwnSchedule {
  accountId: string;
  open(): void;
}

export const PLACE_NAMES: Record<WhyPlace, TextKey> = {
  chat: 'why.toChat',
  hours: 'why.toHours',
  closures: 'why.toClosures',
  hide: 'why.toHide',
  team: 'why.toTeam',
};

const PLACES: [RegExp, WhyPlace][] = [
  [/^disabled$/, 'chat'],
  [/^(?:always|project-.*|customer-.*)$/, 'hours'],
  [/^(?:closed|not-closed)$/, 'closures'],
  [/^hides$/, 'hide'],
  [/^(?:someone|nobody|expected)$/, 'team'],
];

const SCHEDULE =
  /^(?:online-by-schedule|asked|missed|not-today|saved-later|counts-later|no-slot|no-schedule|next-asked|next-online)$/;

/** Does the schedule say so? */
export const isOfSchedule = ({ kind }: WhyRule): boolean => SCHEDULE.test(kind);

export const placeOf = ({ kind }: WhyRule): WhyPlace | null =>
  PLACES.find(([pattern]) => pattern.test(kind))?.[1] ?? null;
