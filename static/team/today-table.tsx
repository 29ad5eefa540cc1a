import Avatar from '@atlaskit/avatar';
import type { Team, TeamMember } from '../../src/contract/team';
import { agentName } from '../app/agent-name';
import { clockTime, duration } from '../app/format-time';
import { useTexts } from '../app/texts-context';

/** Who was online today, and how long. By name: this is no ranking. */
export function TodayTable({ today, now }: { today: Team['today']; now: number }) {
  const texts = useTexts();
  const { t } = texts;
  const from = Date.parse(today.from);
  const at = (instant: number): string => clockTime(instant, now, texts);
  return (
    <section className="fd-card" aria-labelledby="team-today">
      <div className="fd-card-head">
        <h2 id="team-today">{t('team.todayTitle')}</h2>
        <p className="fd-help">{t('team.todaySince', { time: at(from) })}</p>
      </div>
      {today.people.length === 0 ? (
        <p className="fd-subtle">{t('team.todayEmpty')}</p>
      ) : (
        <table className="team-today">
          <thead>
            <tr>
              <th scope="col">{t('team.agent')}</th>
              <th scope="col" className="team-track-head">
                {t('team.times')}
              </th>
              <th scope="col" className="team-total">
                {t('team.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {today.people.map((member) => (
              <tr key={member.accountId}>
                <th scope="row">
                  <span className="team-member">
                    <Avatar size="small" src={member.avatarUrl ?? undefined} />
                    <span>{agentName(texts, member)}</span>
                  </span>
                </th>
                <td className="team-track-cell">
                  <Track member={member} from={from} now={now} write={at} />
                </td>
                <td className="team-total">{duration(member.onlineMs, texts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface TrackProps {
  member: TeamMember;
  from: number;
  now: number;
  write(instant: number): string;
}

/** The day until now as a bar: the times are in words, too. */
function Track({ member, from, now, write }: TrackProps) {
  const texts = useTexts();
  const whole = Math.max(1, now - from);
  const words = member.spans.map((span) =>
    texts.t('team.span', { from: write(Date.parse(span.from)), to: write(Date.parse(span.to)) }),
  );
  return (
    <>
      <span className="team-track" title={texts.list(words)} aria-hidden="true">
        {member.spans.map((span) => {
          const start = (Date.parse(span.from) - from) / whole;
          const length = (Date.parse(span.to) - Date.parse(span.from)) / whole;
          return (
            <span
              key={span.from}
              style={{
                insetInlineStart: percent(start),
                inlineSize: percent(Math.min(1 - start, length)),
              }}
            />
          );
        })}
      </span>
      <span className="fd-hidden">{texts.list(words)}</span>
    </>
  );
}

const percent = (part: number): string => `${String(Math.round(part * 10_000) / 100)}%`;
