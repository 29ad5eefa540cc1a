import type { ReactNode } from 'react';
import type { Team } from '../../src/contract/team';
import { MEDIAN_LEAST } from '../../src/domain/team-limits';
import { clockTime } from '../app/format-time';
import type { TextKey, Texts } from '../app/texts';
import { useTexts } from '../app/texts-context';
import { shortTime } from './short-time';
import { promisedUntil } from './team-at';
import { waitText } from './wait-text';

const STATES: Record<Team['state'], TextKey> = {
  online: 'team.seeOnline',
  offline: 'team.seeOffline',
  hidden: 'team.seeHidden',
  disabled: 'team.seeDisabled',
};

/** What is true now, in four figures. */
export function TeamFacts({ team, now }: { team: Team; now: number }) {
  const texts = useTexts();
  const { t } = texts;
  const { waiting, answered, state } = team;
  const number = (count: number, isMore: boolean): string => {
    const written = new Intl.NumberFormat(texts.locale).format(count);
    return isMore ? t('team.orMore', { count: written }) : written;
  };
  return (
    <dl className="team-facts">
      <Fact name={t('team.customersSee')} help={promiseText(texts, team, now)}>
        <span className={state === 'online' ? 'fd-dot fd-dot-online' : 'fd-dot'} aria-hidden="true" />{' '}
        {t(STATES[state])}
      </Fact>
      <Fact name={t('team.waiting')} help={longestText(texts, team, now)} isLate={waiting.count > 0}>
        {number(waiting.count, waiting.isMore)}
      </Fact>
      <Fact name={t('team.replied')} help={t('team.repliedHelp')}>
        {number(answered.n, answered.isMore)}
      </Fact>
      <Fact
        name={t('team.median')}
        help={
          answered.medianMs === null
            ? t('team.medianTooFew', { least: MEDIAN_LEAST })
            : t('team.medianOf', { count: number(answered.n, answered.isMore) })
        }
      >
        {answered.medianMs === null ? '–' : shortTime(answered.medianMs, texts)}
      </Fact>
    </dl>
  );
}

interface FactProps {
  name: string;
  help: string;
  isLate?: boolean;
  children: ReactNode;
}

const Fact = ({ name, help, isLate = false, children }: FactProps) => (
  <div className="team-fact">
    <dt>{name}</dt>
    <dd className="team-figure">{children}</dd>
    <dd className={isLate ? 'team-fact-help team-late' : 'team-fact-help'}>{help}</dd>
  </div>
);

function promiseText(texts: Texts, team: Team, now: number): string {
  const until = promisedUntil(team);
  if (team.state === 'disabled') return texts.t('team.promiseChatOff');
  if (team.state === 'hidden') return texts.t('team.promiseHidden');
  if (until === null) return texts.t('team.promiseNoOne');
  if (until === 'open') return texts.t('team.promiseOpen');
  return texts.t('team.promiseUntil', { time: clockTime(until, now, texts) });
}

function longestText(texts: Texts, { waiting }: Team, now: number): string {
  if (waiting.longestSince === null) return texts.t('team.waitingNoOne');
  const wait = waitText(now - Date.parse(waiting.longestSince), texts);
  return texts.t('team.longest', { wait });
}
