import { useEffect, useRef, useState } from 'react';
import type { Why as Facts } from '../../src/contract/clock';
import { onWake } from '../app/on-wake';
import { useTexts } from '../app/texts-context';
import { useLatestAnswer } from '../app/use-latest-answer';
import { ErrorNotice } from '../ui/error-notice';
import { Loading } from '../ui/loading';
import { Notice } from '../ui/notice';
import { WhyAgents } from './why-agents';
import { WhyChain } from './why-chain';
import { WhyControls, type WhyQuestion } from './why-controls';
import type { LinkTo, OwnSchedule } from './why-places';
import { bothTimes, verdictWords, type WhyTimes } from './why-words';

export interface WhyProps {
  project: { id: string; name: string };
  /** The server's time, epoch ms. */
  now: number;
  /** Asks again when it changes. */
  refreshKey: string | number;
  linkTo: LinkTo;
  /** Absent: the reader has none, or there is no way to it from here. */
  own?: OwnSchedule | undefined;
}

/** What customers see at a moment, and the chain of rules that makes it so, agent by agent (rule H7). */
export function Why({ project, now, refreshKey, linkTo, own }: WhyProps) {
  const texts = useTexts();
  const { t } = texts;
  const [question, setQuestion] = useState<WhyQuestion>(() => ({
    visitorZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
  const [turn, setTurn] = useState(0);
  const { answer, busy, failure, retry } = useLatestAnswer(
    'getWhy',
    { projectId: project.id, ...question },
    `${String(turn)} ${String(refreshKey)}`,
  );
  useAskedAtEnd(question.at === undefined ? answer : null, () => setTurn((count) => count + 1));
  const times = { texts, now, visitorZone: question.visitorZone };
  if (failure === 'not-allowed' || failure === 'not-found') {
    return (
      <Notice tone="info" title={t('why.notAllowedTitle')}>
        {t('why.notAllowedBody')}
      </Notice>
    );
  }
  return (
    <div className="why" aria-busy={busy}>
      <WhyControls now={now} onAsk={setQuestion} />
      {failure !== null && <ErrorNotice code={failure} onRetry={retry} />}
      {!answer && failure === null && <Loading text={t('why.loading')} />}
      {answer && (
        <div className={busy || failure !== null ? 'why-told why-old' : 'why-told'}>
          <Verdict why={answer} times={times} isPicked={question.at !== undefined} />
          <WhyChain why={answer} times={times} linkTo={linkTo} />
          <WhyAgents why={answer} times={times} own={own} />
        </div>
      )}
    </div>
  );
}

interface VerdictProps {
  why: Facts;
  times: WhyTimes;
  isPicked: boolean;
}

function Verdict({ why, times, isPicked }: VerdictProps) {
  const { t } = times.texts;
  const { title, body } = verdictWords(times, why);
  return (
    <div className={`why-verdict why-verdict-${why.state}`} role="status">
      <span className={why.state === 'online' ? 'fd-dot fd-dot-online' : 'fd-dot'} aria-hidden="true" />
      <div>
        <p className="why-verdict-title">{title}</p>
        <p>{body}</p>
        {isPicked && (
          <p className="fd-small fd-subtle">{t('why.asPlanned', { time: bothTimes(times, why.at) })}</p>
        )}
      </div>
    </div>
  );
}

/** Browsers' timers hold no longer time. Milliseconds. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What is told of this moment ends by itself: then it is asked for again, and when the computer has slept. */
function useAskedAtEnd(answer: Facts | null, ask: () => void): void {
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    if (!answer) return undefined;
    const again = (): void => latest.current();
    const stopWaking = onWake(again);
    const wait = answer.until === null ? Infinity : Date.parse(answer.until) - Date.parse(answer.at);
    const timer = wait > 0 && wait <= LONGEST_TIMER_MS ? setTimeout(again, wait) : undefined;
    return () => {
      stopWaking();
      clearTimeout(timer);
    };
  }, [answer]);
}
