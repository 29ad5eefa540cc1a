import { useId } from 'react';
import type { InboxFilter } from '../../../src/domain/conversation-listing';
import { INBOX_FILTERS } from '../../../src/domain/conversation-listing';
import type { InboxPage } from '../../../src/contract/inbox';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';

const TEXTS = {
  unanswered: 'inbox.filterUnanswered',
  mine: 'inbox.filterMine',
  unassigned: 'inbox.filterUnassigned',
  unresolved: 'inbox.filterUnresolved',
  here: 'inbox.filterHere',
  held: 'inbox.filterHeldNone',
  all: 'inbox.filterAll',
} as const;

export interface FilterChoiceProps {
  value: InboxFilter;
  /** Chats held back: an entry of its own while there are any, or while it is looked at. */
  held: InboxPage['held'];
  onChange(filter: InboxFilter): void;
}

export function FilterChoice({ value, held, onChange }: FilterChoiceProps) {
  const texts = useTexts();
  const { t } = texts;
  const id = useId();
  return (
    <div className="inbox-filter">
      <label className="fd-label" htmlFor={id}>
        {t('inbox.show')}
      </label>
      <select
        id={id}
        className="fd-field"
        value={value}
        onChange={(event) => {
          const chosen = INBOX_FILTERS.find((filter) => filter === event.target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {INBOX_FILTERS.filter((filter) => filter !== 'held' || held !== undefined || value === 'held').map(
          (filter) => (
            <option key={filter} value={filter}>
              {filter === 'held' && held ? heldText(texts, held) : t(TEXTS[filter])}
            </option>
          ),
        )}
      </select>
    </div>
  );
}

function heldText({ t, locale }: Texts, { count, isMore }: NonNullable<InboxPage['held']>): string {
  const shown = new Intl.NumberFormat(locale).format(count);
  return t(isMore ? 'inbox.filterHeldMore' : 'inbox.filterHeld', { count: shown });
}
