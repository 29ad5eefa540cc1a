import { badRequest } from './kvs-error';
import { KEY_LENGTH, KEY_PATTERN, TTL_MAX_MS, VALUE_BYTES, VALUE_DEPTH } from './limits';

/** Throws a KvsError unless the key can be stored. */
export function checkKey(key: unknown): asserts key is string {
  if (typeof key !== 'string') throw badRequest('INVALID_KEY', 'Key must be a string');
  if (key.length === 0) throw badRequest('KEY_TOO_SHORT', 'Key must be at least 1 character long');
  if (key.length > KEY_LENGTH) {
    throw badRequest('KEY_TOO_LONG', `Key must be at most ${KEY_LENGTH} characters long`);
  }
  if (!KEY_PATTERN.test(key))
    throw badRequest('INVALID_KEY', `Key must match the pattern ${KEY_PATTERN.source}`);
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((member) => isDeeperThan(member, levels - 1));
}

/** The value as it is stored. Throws a KvsError when it is missing, too large or too deep. */
export function encodeValue(value: unknown): string {
  if (value === undefined) throw badRequest('INVALID_VALUE', 'A value is required');
  const json = JSON.stringify(value);
  // A character takes at most three bytes, so that most values need not be measured.
  if (json.length * 3 > VALUE_BYTES && Buffer.byteLength(json) > VALUE_BYTES) {
    throw badRequest('MAX_SIZE', `Value must not be larger than ${VALUE_BYTES} bytes`);
  }
  if (isDeeperThan(value, VALUE_DEPTH)) {
    throw badRequest('MAX_DEPTH', `Value must not be nested deeper than ${VALUE_DEPTH} levels`);
  }
  return json;
}

const UNIT_MS: Record<string, number> = {
  SECONDS: 1_000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};

export interface Ttl {
  value: number;
  unit: string;
}

/** The moment at which a TTL given now ends. */
export function expiryOf(ttl: Ttl | undefined, now: number): number | null {
  if (!ttl) return null;
  const duration = ttl.value * (UNIT_MS[ttl.unit] ?? Number.NaN);
  if (!Number.isInteger(ttl.value) || !(duration > 0 && duration <= TTL_MAX_MS)) {
    throw badRequest(
      'INVALID_TTL',
      'TTL must be a positive integer of SECONDS, MINUTES, HOURS or DAYS, at most one year',
    );
  }
  return now + duration;
}
