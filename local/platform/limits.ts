/**
 * Limits of the real platform, as Atlassian documents them; what refuses a call says which one was passed.
 * Where the documentation names no error code, the comment says that the code used here is a guess.
 */

const KIB = 1024;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Storage keys. */
export const KEY_LENGTH = 500;
export const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s#-]+$/;

/** Storage values: bytes of JSON, and levels of nesting. */
export const VALUE_BYTES = 240 * KIB;
export const VALUE_DEPTH = 31;

export const TTL_MAX_MS = 365 * 24 * HOUR;
/** Expired records are deleted up to this much later, and can be read until then. */
export const TTL_ZOMBIE_MS = 48 * HOUR;

/** Time after which queries see a write; reads by key see it at once. */
export const QUERY_LAG_MS = 200;

export const QUERY_LIMIT_DEFAULT = 10;
export const QUERY_LIMIT_MAX = 100;
export const QUERY_CONDITIONS_MAX = 100;

export const BATCH_KEYS = 25;
export const TRANSACTION_OPERATIONS = 25;
export const TRANSACTION_BYTES = 4 * KIB * KIB;

export const RANGE_BYTES = 900;
export const PARTITION_BYTES = 1_700;
export const INTEGER_MIN = -(2 ** 31);
export const INTEGER_MAX = 2 ** 31 - 1;

/** Reads and writes a minute and installation, in units of 10 KiB. Enforced when faults say so. */
export const STORAGE_UNIT_BYTES = 10 * KIB;
export const STORAGE_READS_PER_MINUTE = 4_000;
export const STORAGE_WRITES_PER_MINUTE = 4_000;
export const STORAGE_CALLS_PER_SECOND = 1_000;

/** Invocations. */
export const UI_TIMEOUT_MS = 25 * SECOND;
export const WEB_TRIGGER_TIMEOUT_MS = 55 * SECOND;
export const ACTION_TIMEOUT_MS = 55 * SECOND;
export const JOB_TIMEOUT_MS = 55 * SECOND;
export const JOB_TIMEOUT_MAX_MS = 900 * SECOND;
export const INVOKE_REQUEST_BYTES = 500 * KIB;
export const INVOKE_RESPONSE_BYTES = 5 * KIB * KIB;
export const WEB_TRIGGER_BYTES = 5 * KIB * KIB;
/** Of what people cause, in pages and through web triggers; what runs unattended waits instead. Enforced when faults say so. */
export const INVOCATIONS_PER_MINUTE = 5_000;
export const INVOCATIONS_PER_USER_PER_MINUTE = 1_200;

/** Events. */
export const EVENTS_PER_PUSH = 50;
/** Of an installation, in all its queues. Enforced when faults say so. */
export const EVENTS_PER_MINUTE = 500;
export const PUSH_BYTES = 200 * KIB;
export const LONG_FUNCTION_EVENT_BYTES = 100 * KIB;
export const RETRY_DATA_BYTES = 4 * KIB;
export const EVENT_DELAY_MAX_S = 900;
export const EVENT_RETENTION_MS = 24 * HOUR;
export const RETRY_BACKOFF_FIRST_MS = 5 * SECOND;
export const RETRY_BACKOFF_MAX_MS = 15 * MINUTE;
export const TRIGGER_RETRIES_MAX = 4;

/** Scheduled triggers. */
export const SCHEDULE_FIRST_RUN_MS = 5 * MINUTE;

/** Realtime. */
export const REALTIME_OPERATIONS_PER_SECOND = 50;
export const REALTIME_TOKEN_MS = 15 * MINUTE;

/** privacy.reportPersonalData(). */
export const REPORTED_ACCOUNTS_MAX = 90;
