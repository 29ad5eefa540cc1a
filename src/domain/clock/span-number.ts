const MINUTE_S = 60;

/** A length of time as a number that is short where it is whole minutes, as it mostly is: they are even. Whole seconds. */
export const spanNumber = (seconds: number): number =>
  seconds % MINUTE_S === 0 ? (seconds / MINUTE_S) * 2 : seconds * 2 + 1;

/** The seconds of such a number. */
export const spanOf = (number: number): number =>
  number % 2 === 0 ? (number / 2) * MINUTE_S : (number - 1) / 2;
