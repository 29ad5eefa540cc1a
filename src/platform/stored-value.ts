/** By hand: the web trigger's bundle has no zod. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Epoch milliseconds that a Date can hold. */
export const isInstant = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 8.64e15;
