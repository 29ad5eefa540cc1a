import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { useId } from 'react';
import type { InboxFilter } from '../../../src/domain/conversation-listing';
import type { ChatCount, InboxCounts, InboxPage } from '../../../src/contract/inbox';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { MenuButton } from '../../ui/menu-button';

const TEXTS = {
  unanswered: 'inbox.filterUnanswered',
  mine: 'inbox.filterMine',
  unresolved: 'inbox.filterUnresolved',
  all: 'inbox.filterAll',
  unassigned: 'inbox.filterUnassigned',
  here: 'inbox.filterHere',
  held: 'inbox.filterHeld',
} as const satisfies Record<InboxFilter, string>;

/** Side by side; the others are in a menu. */
const SHOWN = ['unanswered', 'mine', 'unresolved', 'all'] as const;
const MORE = ['unassigned', 'here', 'held'] as const;

export interface FilterChoiceProps {
  value: InboxFilter;
  /** Null: not known. */
  counts: InboxCounts['counts'] | null;
  /** Chats held back: an entry of its own while there are any, or while it is looked at. */
  held: InboxPage['held'];
  onChange(filter: InboxFilter): void;
}

/** Which chats are shown, with how many there are. */
export function FilterChoice({ value, counts, held, onChange }: FilterChoiceProps) {
  const texts = useTexts();
  const { t } = texts;
  const name = useId();
  const known: Partial<Record<InboxFilter, ChatCount>> = { ...counts, ...(held && { held }) };
  const more = MORE.filter((filter) => filter !== 'held' || held !== undefined || value === 'held');
  const chosen = more.find((filter) => filter === value);
  return (
    <div className="inbox-filter">
      <fieldset className="inbox-tabs">
        <legend className="fd-hidden">{t('inbox.show')}</legend>
        {SHOWN.map((filter) => (
          <label key={filter}>
            <input
              type="radio"
              className="fd-hidden"
              name={name}
              checked={filter === value}
              onChange={() => onChange(filter)}
            />
            <span className="inbox-tab">
              {t(TEXTS[filter])}
              <Count count={known[filter]} urgent={filter === 'unanswered'} />
            </span>
          </label>
        ))}
      </fieldset>
      <MenuButton
        label={t('inbox.moreFilters')}
        items={more.map((filter) => ({
          key: filter,
          content: (
            <>
              {t(TEXTS[filter])} <Count count={known[filter]} />
            </>
          ),
          onSelect: () => onChange(filter),
        }))}
        renderTrigger={(menu) => (
          <button
            type="button"
            className="inbox-tab inbox-tab-more"
            data-chosen={chosen !== undefined}
            {...menu}
          >
            {chosen ? t(TEXTS[chosen]) : t('inbox.more')}
            <Count count={chosen ? known[chosen] : known.held} />
            <span className="fd-hidden"> {t('inbox.moreFilters')}</span>
            <ChevronDownIcon label="" size="small" />
          </button>
        )}
      />
    </div>
  );
}

function Count({ count, urgent = false }: { count: ChatCount | undefined; urgent?: boolean }) {
  const texts = useTexts();
  if (!count || count.count === 0) return null;
  return (
    <>
      {' '}
      <span className={urgent ? 'inbox-count inbox-count-urgent' : 'inbox-count'}>
        {countText(texts, count)}
      </span>
    </>
  );
}

/** "5", or "100+" where there are more than can be counted. */
function countText({ locale }: Texts, { count, isMore }: ChatCount): string {
  const shown = new Intl.NumberFormat(locale).format(count);
  return isMore ? `${shown}+` : shown;
}
