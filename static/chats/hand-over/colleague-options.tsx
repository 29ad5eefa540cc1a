import Avatar from '@atlaskit/avatar';
import type { Colleague } from '../../../src/contract/working-together';
import { agentName } from '../../app/agent-name';
import { clockTime } from '../../app/format-time';
import { useTexts } from '../../app/texts-context';

export interface ColleagueOptionsProps {
  id: string;
  colleagues: Colleague[];
  chosenId: string | null;
  now: number;
  onChoose(colleague: Colleague): void;
}

export const optionId = (listId: string, accountId: string): string => `${listId}-${accountId}`;

/** Those online first: who they are, until when, and by shape as well as by word whether they are there. */
export function ColleagueOptions({ id, colleagues, chosenId, now, onChoose }: ColleagueOptionsProps) {
  const texts = useTexts();
  const { t } = texts;
  const groups = [
    { label: t('handOver.online'), members: colleagues.filter(({ online }) => online) },
    { label: t('handOver.offline'), members: colleagues.filter(({ online }) => !online) },
  ].filter(({ members }) => members.length > 0);
  return (
    <div
      id={id}
      className="hand-over-list"
      role="listbox"
      aria-label={t('handOver.colleagues')}
      tabIndex={-1}
    >
      {groups.map(({ label, members }) => (
        <div key={label} role="group" aria-label={label}>
          <p className="hand-over-group fd-small fd-subtle" aria-hidden="true">
            {label}
          </p>
          {members.map((colleague) => {
            const { accountId, avatarUrl, online, until } = colleague;
            const name = agentName(texts, colleague);
            return (
              // The field above has the focus, and the keys.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={accountId}
                id={optionId(id, accountId)}
                className="hand-over-option"
                role="option"
                tabIndex={-1}
                aria-selected={accountId === chosenId}
                onClick={() => onChoose(colleague)}
              >
                <Avatar size="small" src={avatarUrl ?? undefined} />
                <span className="hand-over-who">
                  <span className="inbox-cut" title={name}>
                    {name}
                  </span>
                  {until !== null && (
                    <span className="fd-small fd-subtle">
                      {t('handOver.until', { time: clockTime(Date.parse(until), now, texts) })}
                    </span>
                  )}
                </span>
                <span className={online ? 'fd-dot fd-dot-online' : 'fd-dot'} aria-hidden="true" />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
