/** The end of a span that has none, as far as is known: what a Date can hold, so that it can be stored. */
export const FOREVER = 8.64e15;
