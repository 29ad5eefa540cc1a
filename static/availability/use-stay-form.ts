import { useState } from 'react';
import type { Panel } from '../../src/contract/panel';
import { chosenEnd, firstChoice, type ChosenEnd, type EndChoice } from './end-choice';
import type { Scope } from './wish';

type EndProblem = Extract<ChosenEnd, { ok: false }>['problem'];

/** What stands in the "Stay online" row. */
export interface StayForm {
  choice: EndChoice;
  time: string;
  scope: Scope;
  problem: EndProblem | null;
  choose(choice: EndChoice): void;
  pickTime(time: string): void;
  setScope(scope: Scope): void;
  showProblem(problem: EndProblem): void;
  end(now: number): ChosenEnd;
  /** A picked time is for today; what was remembered before it stays. */
  minutesToRemember: number | null;
}

export function useStayForm(panel: Panel): StayForm {
  const [choice, setChoice] = useState(() => firstChoice(panel));
  const [time, setTime] = useState('');
  const [scope, setScope] = useState(() => panel.preferences.scope);
  const [problem, setProblem] = useState<EndProblem | null>(null);
  const mine = panel.projects.filter(({ isAgent }) => isAgent).length;
  return {
    choice,
    time,
    // With one project there is no choice to see, hence none that may count.
    scope: mine > 1 ? scope : 'project',
    problem,
    choose: (next) => {
      setChoice(next);
      setProblem(null);
    },
    pickTime: (next) => {
      setTime(next);
      setProblem(null);
    },
    setScope,
    showProblem: setProblem,
    end: (now) => chosenEnd(choice, time, now, panel.longestMinutes),
    minutesToRemember: choice === 'open' ? null : choice === 'at-time' ? panel.preferences.minutes : choice,
  };
}
