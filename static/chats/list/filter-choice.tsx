import { useId } from 'react';
import type { InboxFilter } from '../../../src/domain/conversation-listing';
import { INBOX_FILTERS } from '../../../src/domain/conversation-listing';
import { useTexts } from '../../app/texts-context';

const TEXTS = {
  unanswered: 'inbox.filterUnanswered',
  mine: 'inbox.filterMine',
  unassigned: 'inbox.filterUnassigned',
  unresolved: 'inbox.filterUnresolved',
  here: 'inbox.filterHere',
  held: 'inbox.filterHeld',
  all: 'inbox.filterAll',
} as const;

export function FilterChoice({
  value,
  onChange,
}: {
  value: InboxFilter;
  onChange(filter: InboxFilter): void;
}) {
  const { t } = useTexts();
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
        {INBOX_FILTERS.map((filter) => (
          <option key={filter} value={filter}>
            {t(TEXTS[filter])}
          </option>
        ))}
      </select>
    </div>
  );
}
