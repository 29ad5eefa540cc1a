import type { Team, WaitingChat } from '../../src/contract/team';
import { agentName } from '../app/agent-name';
import { customerName } from '../app/customer-name';
import { openDialog } from '../app/open-dialog';
import { useTexts } from '../app/texts-context';
import { waitText } from './wait-text';

/** What waits and since when: for agents which chats, for others how many. */
export function WaitingSection({ team, now }: { team: Team; now: number }) {
  const texts = useTexts();
  const { t } = texts;
  const { count, isMore, chats } = team.waiting;
  const written = new Intl.NumberFormat(texts.locale).format(count);
  const more = count - (chats?.length ?? 0);
  return (
    <section className="fd-card" aria-labelledby="team-waiting">
      <h2 id="team-waiting">
        {t('team.waitingTitle', { count: isMore ? t('team.orMore', { count: written }) : written })}
      </h2>
      {count === 0 && <p className="fd-subtle">{t('team.waitingEmpty')}</p>}
      {count > 0 && chats === undefined && <p className="fd-subtle">{t('team.waitingCountOnly')}</p>}
      {chats !== undefined && chats.length > 0 && (
        <ul className="team-waiting">
          {chats.map((chat) => (
            <WaitingRow key={chat.conversationId} {...{ chat, team, now }} />
          ))}
        </ul>
      )}
      {chats !== undefined && more > 0 && <p className="fd-subtle">{texts.counted('team.more', more)}</p>}
    </section>
  );
}

function WaitingRow({ chat, team, now }: { chat: WaitingChat; team: Team; now: number }) {
  const texts = useTexts();
  const { t } = texts;
  const customer = customerName(texts, chat.customer, team.anonymousName);
  const open = (): void => {
    const { conversationId } = chat;
    void openDialog(texts, { projectId: team.project.id, conversationId });
  };
  return (
    <li>
      <button type="button" className="team-chat" onClick={open}>
        <span className="team-chat-customer">{customer}</span>
        <span className="team-chat-wait team-late">{waitText(now - Date.parse(chat.since), texts)}</span>
        <span className="team-chat-facts fd-small fd-subtle">
          {[chat.issueKey, chat.assignee ? agentName(texts, chat.assignee) : t('team.unassigned')]
            .filter((fact) => fact !== null)
            .join(' · ')}
        </span>
      </button>
    </li>
  );
}
