import { useState } from 'react';
import type { Panel } from '../../src/contract/panel';
import { endOfChoice, firstChoice, pickedEnd, type EndChoice, type PickedEnd } from './end-choice';
import type { Scope } from './wish';

/** For how long: a length, or until a moment that was picked (epoch ms). */
export type ChosenEnd = { choice: EndChoice } | { at: number };

/** What is chosen and not stored. */
export interface StayForm {
  chosen: ChosenEnd;
  scope: Scope;
  /** Did the agent choose anything? */
  touched: boolean;
  /** The time being picked, "17:00"; null: none is. */
  time: string | null;
  /** What is to be said of the picked time: what is wrong with it, that it means tomorrow, or that it comes twice. */
  remark: PickRemark | null;
  choose(chosen: ChosenEnd): void;
  setScope(scope: Scope): void;
  startPicking(): void;
  pickTime(time: string): void;
  stopPicking(): void;
  /** It is stored: nothing is left that is only chosen. */
  forget(): void;
  /** When the picked time is, or null after saying why it cannot be taken as it is. */
  takePicked(now: number): number | null;
  /** Epoch ms; null: no end. */
  end(now: number): number | null;
  /** A picked time is for today; what was remembered before it stays. */
  minutesToRemember(chosen: ChosenEnd): number | null;
}

type PickRemark = Extract<PickedEnd, { ok: false }>['problem'] | 'tomorrow' | 'twice';

export function useStayForm(panel: Panel, now: number): StayForm {
  const [picked, setPicked] = useState<ChosenEnd | null>(null);
  const [ownScope, setOwnScope] = useState<Scope | null>(null);
  const [time, setTime] = useState<string | null>(null);
  const [remark, setRemark] = useState<PickRemark | null>(null);
  const mine = panel.projects.filter(({ isAgent }) => isAgent).length;
  // A moment that has passed since it was picked is no end any more.
  const stands = picked !== null && !('at' in picked && picked.at <= now);
  const chosen = stands ? picked : { choice: firstChoice(panel) };
  function stopPicking(): void {
    setTime(null);
    setRemark(null);
  }
  return {
    chosen,
    // With one project there is no choice to see, hence none that may count.
    scope: mine > 1 ? (ownScope ?? panel.preferences.scope) : 'project',
    touched: stands || ownScope !== null,
    time,
    remark,
    choose: (next) => {
      setPicked(next);
      stopPicking();
    },
    setScope: setOwnScope,
    startPicking: () => setTime((before) => before ?? ''),
    pickTime: (next) => {
      setTime(next);
      setRemark(null);
    },
    stopPicking,
    forget: () => {
      setPicked(null);
      setOwnScope(null);
      stopPicking();
    },
    takePicked: (moment) => {
      const end = pickedEnd(time ?? '', moment, panel.longestMinutes);
      if (!end.ok) setRemark(end.problem);
      else if (end.again !== null) setRemark('twice');
      else if (end.tomorrow) setRemark('tomorrow');
      else return end.end;
      return null;
    },
    end: (moment) => ('at' in chosen ? chosen.at : endOfChoice(chosen.choice, moment)),
    minutesToRemember: (which) => {
      if ('at' in which) return panel.preferences.minutes;
      return which.choice === 'open' ? null : which.choice;
    },
  };
}
