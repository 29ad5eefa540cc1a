import type { Summary } from '../../src/domain/availability';

/** What is known of a desk, for ever: offline. Instants are epoch seconds. */
export const aSummary = (overrides: Partial<Summary> = {}): Summary => ({
  shown: 'offline',
  edges: [],
  promised: [],
  promisedUntil: Number.MAX_SAFE_INTEGER,
  closed: [],
  horizon: Number.MAX_SAFE_INTEGER,
  anonymous: 'when-online',
  hideWhenOffline: false,
  ...overrides,
});
