/** One setting that somebody else and I changed, in words. */
export interface Clash {
  name: string;
  theirs: string;
  mine: string;
}
