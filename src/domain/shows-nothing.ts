/** Spaces, controls, and characters without a look: joiners, fillers, variation selectors, blank Braille. */
const NOTHING = /^[\s\p{Cc}\p{Cf}\p{DI}\u2800]*$/u;

/** Can nobody see anything of this? A message or a name of such characters alone is none. */
export const showsNothing = (text: string): boolean => NOTHING.test(text);
