import { useState, type ReactNode } from 'react';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { Coverage } from '../../src/contract/clock';
import type { Hours } from '../../src/domain/clock/schedule';
import type { Span } from '../../src/domain/span';
import { agentName } from '../app/agent-name';
import { spanOf } from './coverage-days';
import { dayName, spanWords, type Wording } from './coverage-words';
import { GapRepairs } from './gap-repairs';
import { groupedByWeek, type SpanGroup } from './gap-groups';

export interface CoverageFindingsProps {
  facts: Coverage;
  wording: Wording;
  project: { id: string; name: string };
  hours: Hours | undefined;
  /** Nobody works at all: that is one thing to see to, and not as many as there are gaps. */
  isEmpty: boolean;
  onNarrow: ((hours: Hours) => void) | undefined;
  onClose: ((times: { from: string; until: string }) => void) | undefined;
}

/** Gaps and hours with a single person, in words, each gap with what can be done about it. */
export function CoverageFindings(props: CoverageFindingsProps) {
  const { facts, wording, project, hours, isEmpty, onNarrow, onClose } = props;
  const { texts, zone, people } = wording;
  const { t } = texts;
  const gaps = groupedByWeek(facts.gaps.map(spanOf), zone);
  const singles = groupedByWeek(
    facts.singles.map(({ agent, ...times }) => ({ ...spanOf(times), agent })),
    zone,
    ({ agent }) => agent,
  );
  const nameOf = (id: string): string =>
    agentName(
      texts,
      people.find(({ accountId }) => accountId === id) ?? { accountId: id, name: null, avatarUrl: null },
    );
  return (
    <div className="coverage-findings">
      <h3 role="status">
        {facts.gaps.length === 0 ? t('coverage.noGaps') : texts.counted('coverage.gaps', facts.gaps.length)}
      </h3>
      {!isEmpty && (
        <Limited
          items={gaps}
          more={t('coverage.showAllGaps')}
          render={(group) => (
            <li className="coverage-finding" key={group.first.from}>
              <p className="coverage-finding-name">
                <WarningIcon label="" color="var(--ds-icon-danger)" />
                <span>{t('coverage.gapAt', { times: spanWords(wording, group.first) })}</span>
              </p>
              <Again group={group} wording={wording} />
              <GapRepairs gap={group.first} {...{ wording, project, hours, onNarrow, onClose }} />
            </li>
          )}
        />
      )}
      {singles.length > 0 && (
        <>
          <h3>{t('coverage.singles')}</h3>
          <Limited
            items={singles}
            more={t('coverage.showAllSingles')}
            render={(group) => (
              <li key={`${String(group.first.from)} ${group.first.agent}`}>
                {t('coverage.singleAt', {
                  times: spanWords(wording, group.first),
                  agent: nameOf(group.first.agent),
                })}
                <Again group={group} wording={wording} />
              </li>
            )}
          />
        </>
      )}
    </div>
  );
}

/** "Also Tue, Mar 10" */
function Again({ group, wording }: { group: SpanGroup; wording: Wording }) {
  if (group.again.length === 0) return null;
  const days = group.again.map(({ from }) => dayName(wording, from));
  return (
    <p className="fd-small fd-subtle">
      {wording.texts.t('coverage.again', { days: wording.texts.list(days) })}
    </p>
  );
}

interface LimitedProps<Item> {
  items: Item[];
  more: string;
  render(item: Item): ReactNode;
}

/** The rest of a long list is shown when asked for. */
const SHOWN_FIRST = 4;

function Limited<Item extends SpanGroup<Span>>({ items, more, render }: LimitedProps<Item>) {
  const [isWhole, setWhole] = useState(false);
  // One more takes no more room than the button.
  const limit = isWhole || items.length <= SHOWN_FIRST + 1 ? items.length : SHOWN_FIRST;
  return (
    <>
      <ul className="coverage-list">{items.slice(0, limit).map(render)}</ul>
      {limit < items.length && (
        <p>
          <button type="button" className="fd-link" onClick={() => setWhole(true)}>
            {more}
          </button>
        </p>
      )}
    </>
  );
}
