import { dateTime } from '../../app/format-time';
import { useTexts } from '../../app/texts-context';
import { customerName } from '../../app/customer-name';
import { relativeTime } from '../relative-time';
import { heldAt, type HeldHour } from './held-selection';

export interface HeldHourRowsProps {
  hour: HeldHour;
  /** "All from 10:00–11:00 (14)" */
  label: string;
  now: number;
  chosen: ReadonlySet<string>;
  selectedId: string | null;
  anonymousName: string;
  isWhole: boolean;
  onChoose(ids: readonly string[], isChosen: boolean): void;
  onOpen(conversationId: string): void;
}

/** The chats that were held back in one hour: who, when, and how they begin. */
export function HeldHourRows(props: HeldHourRowsProps) {
  const { hour, label, now, chosen, selectedId, anonymousName, isWhole, onChoose, onOpen } = props;
  const texts = useTexts();
  const { t } = texts;
  return (
    <div role="group" aria-label={label}>
      <label className="held-choice held-hour">
        <input
          type="checkbox"
          checked={isWhole}
          onChange={(event) =>
            onChoose(
              hour.rows.map(({ conversationId }) => conversationId),
              event.currentTarget.checked,
            )
          }
        />
        {label}
      </label>
      <ul>
        {hour.rows.map((row) => {
          const { conversationId, firstLine } = row;
          const name = customerName(texts, row.customer, anonymousName);
          return (
            <li key={conversationId} className="held-row">
              <input
                type="checkbox"
                aria-label={t('held.selectOne', { name, line: firstLine })}
                checked={chosen.has(conversationId)}
                onChange={(event) => onChoose([conversationId], event.currentTarget.checked)}
              />
              <button
                type="button"
                className="inbox-row"
                aria-current={conversationId === selectedId ? 'true' : undefined}
                onClick={() => onOpen(conversationId)}
              >
                <span className="inbox-row-head">
                  <span className="inbox-row-name inbox-cut" title={name}>
                    {name}
                  </span>
                  <time
                    className="inbox-row-time fd-small"
                    dateTime={new Date(heldAt(row)).toISOString()}
                    title={dateTime(heldAt(row), texts)}
                  >
                    {relativeTime(heldAt(row), now, texts)}
                  </time>
                </span>
                <span className="inbox-row-line">{firstLine}</span>
                {row.confidence === 'unconfirmed' && (
                  <span className="inbox-row-facts fd-small">{t('inbox.emailNotConfirmed')}</span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
