/** How people use a web site that carries the widget: what the simulation of figure F7 takes for granted. */
export interface VisitModel {
  /**
   * Of the pages that are open at one moment, how many are in front of somebody: the others are in tabs behind, in
   * windows behind or on locked phones, and ask nothing.
   */
  visibleShare: number;
  /** Minutes that a page is looked at before something else is, on average. */
  lookMinutes: number;
  /** Minutes from the first page to the last, on average. */
  visitMinutes: number;
  /** Minutes of looking before the next page of the site is opened in the same tab, on average. */
  pageMinutes: number;
}

/** Assumed, not measured: what figure F7 holds for. The benchmark prints what other shares cost. */
export const USUAL_VISIT: VisitModel = {
  visibleShare: 0.1,
  lookMinutes: 5,
  visitMinutes: 60,
  pageMinutes: 2,
};

/** What is in front of a visitor next, and for how long. */
export interface Spell {
  visible: boolean;
  minutes: number;
}

export function spellOf(
  { visibleShare, lookMinutes }: Pick<VisitModel, 'visibleShare' | 'lookMinutes'>,
  visible: boolean,
  random: () => number,
): Spell {
  const mean = visible ? lookMinutes : (lookMinutes * (1 - visibleShare)) / visibleShare;
  return { visible, minutes: exponential(mean, random) };
}

/** Waiting times of what may happen at any moment. */
export const exponential = (mean: number, random: () => number): number => -mean * Math.log(1 - random());
