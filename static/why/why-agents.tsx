import Avatar from '@atlaskit/avatar';
import type { Why } from '../../src/contract/clock';
import { agentName } from '../app/agent-name';
import type { TextKey } from '../app/texts';
import { isOfSchedule, type OwnSchedule } from './why-places';
import { ruleWords, type WhyTimes } from './why-words';

const STATES: Record<Why['agents'][number]['state'], TextKey> = {
  online: 'why.agentOnline',
  expected: 'why.agentExpected',
  offline: 'why.agentOffline',
};

export interface WhyAgentsProps {
  why: Why;
  times: WhyTimes;
  own: OwnSchedule | undefined;
}

/** Agent by agent: online, expected or not, and why; with the way to the reader's own schedule, where it says so. */
export function WhyAgents({ why, times, own }: WhyAgentsProps) {
  const { texts } = times;
  if (why.state === 'disabled') return null;
  return (
    <section className="why-part">
      <h3>{texts.t('why.agents')}</h3>
      {why.agents.length === 0 && <p className="fd-subtle">{texts.t('why.noAgents')}</p>}
      <ul className="why-agents">
        {why.agents.map((agent) => (
          <li key={agent.accountId} className="why-agent">
            <span className="why-agent-name">
              <Avatar size="small" src={agent.avatarUrl ?? undefined} name="" />
              <span>{agentName(texts, agent)}</span>
            </span>
            <span className={`why-agent-state why-agent-${agent.state}`}>{texts.t(STATES[agent.state])}</span>
            <span className="why-agent-words">
              {agent.rules.map((rule) => ruleWords(times, rule)).join(' ')}
              {own?.accountId === agent.accountId && agent.rules.some(isOfSchedule) && (
                <>
                  {' '}
                  <button type="button" className="fd-link fd-small" onClick={own.open}>
                    {texts.t('why.toMySchedule')}
                  </button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
