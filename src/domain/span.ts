/** Epoch milliseconds; without its end. */
export interface Span {
  from: number;
  to: number;
}
