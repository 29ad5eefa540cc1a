/**
 * Every limit of Frontdesk with its unit and the reason or source it comes from. Where bytes are a product of literals, the
 * launcher carries it along: those are written out.
 */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds before the end of an online time at which the agent is told (soft landing). */
export const ENDING_SOON_MS = 5 * MINUTE;

/** The furthest end of an online time that is accepted: longer is "until I go offline". */
export const FURTHEST_UNTIL_MS = 31 * DAY;

/** How long somebody is asked whether they are there, when a slot of theirs begins, and at the end of a break (rules H2, H8). */
export const ROLL_CALL_MS = 10 * MINUTE;
export const BREAK_QUESTION_MS = 10 * MINUTE;

/** A question that nobody answered for so long is also sent by Jira's mail: their Jira may not be open. */
export const CALL_NOTICE_MS = 2 * MINUTE;

/** "In 15 min": the question comes again so long after the answer; and so long before a slot it may be answered. */
export const LATER_MS = 15 * MINUTE;
export const EARLY_ANSWER_MS = 15 * MINUTE;

/** How far ahead a public summary is known, where its edges have room. Past it the summary reads as offline. */
export const HORIZON_MS = 14 * DAY;

/** The sweep renews a summary's horizon once less than this is left of it. */
export const HORIZON_RENEW_MS = 13 * DAY + 12 * HOUR;

/** Operation ids remembered per agent, and for how long: a retry within both cannot apply twice. */
export const REMEMBERED_OPERATIONS = 4;
export const OPERATION_MEMORY_MS = HOUR;

/** An offline agent's roster entry is dropped after this long without a change. */
export const OFFLINE_ENTRY_MS = DAY;

/** Forge refuses values over 240 KiB; the desk is refused a little earlier, with a clear error. */
export const DESK_BYTES = 240 * 1024 - 2 * 1024;

/**
 * Bytes of the public summary (figure F2): what a desk with schedules needs, and with a closure's sentence. Far more than one
 * of a desk without either has.
 */
export const SUMMARY_BYTES = 512;
export const SUMMARY_BYTES_CLOSED = 1_024;

/** A summary that is too full for its horizon keeps less of what depends on answers, rather than reach less far than this. */
export const SUMMARY_REACH_MS = 5 * DAY;

/** Bytes of what an idle poll of a chat reads (figure F2). */
export const PULSE_BYTES = 256;

/** Rows of the agents' list that one panel carries; the rest is a number. */
export const PANEL_ROWS = 200;

/** Characters. */
export const REASON_LENGTH = 200;
export const WELCOME_LENGTH = 500;
export const OPERATION_ID_LENGTH = 100;

/** Web sites that may embed one project's widget. */
export const ALLOWED_ORIGINS = 20;

/** Minutes of the longest online time, unless a Jira admin changes it, and what they may say beside "no limit" (rule S12). */
export const LONGEST_MINUTES_DEFAULT = 12 * 60;
export const LONGEST_MINUTES_MIN = 60;
export const LONGEST_MINUTES_MAX = 24 * 60;

/** Days a log record is kept unless the global settings say otherwise, and what they may say. */
export const LOG_DAYS_DEFAULT = 90;
export const LOG_DAYS_MIN = 1;
export const LOG_DAYS_MAX = 365;

/** Log records on one page; of one that is searched or taken along, as many as Forge hands over at once. */
export const LOG_PAGE = 25;
export const LOG_PAGE_MANY = 100;

/** Seconds between polls: what the web trigger may ask for (design §3), and what it asks for. */
export const NEXT_POLL_MIN_S = 30;
export const NEXT_POLL_MAX_S = 600;
export const NEXT_POLL_S = 60;
export const NEXT_POLL_DEGRADED_S = 120;
export const NEXT_POLL_DISABLED_S = 600;

/** After failures the pause between polls doubles, up to so many intervals. */
export const POLL_BACKOFF = 10;

/** The longest pause, seconds, whatever `Retry-After` says: a broken proxy must not silence a page for days. */
export const POLL_PAUSE_MAX_S = 3_600;

/** An answer older than two intervals, and than so many seconds, says nothing any more (rule C8). */
export const STALE_MIN_S = 120;

/** Milliseconds that the other tabs get to say what they know, before a new page asks the server. */
export const ASK_AROUND_MS = 50;

/** Seconds an availability answer may be cached (figure F6). */
export const AVAILABILITY_CACHE_S = 15;

/**
 * Seconds the widget's script may be cached: so long a page may miss a correction. Shorter, whoever stays asks for it again,
 * which a crowd has no calls for (figure F7).
 */
export const SCRIPT_CACHE_S = 4 * 60 * 60;

/** Longest queue delay the platform accepts, seconds. */
export const QUEUE_DELAY_MAX_S = 900;

/** Longest time until an attempt that an `InvocationError` asks for, seconds: the platform's limit. */
export const INVOCATION_RETRY_MAX_S = 900;

/** Seconds after which an event that could not be dealt with is asked for again. Forge repeats four times at most. */
export const TRIGGER_RETRIES_S = [15, 60, 300, 900] as const;

/** Characters (code points) of one chat message. */
export const MESSAGE_LENGTH = 4_000;

/** Characters of the name that is looked for, and of a status in Jira (its own limit is 60; translated ones are longer). */
export const COLLEAGUE_QUERY_LENGTH = 100;
export const STATUS_NAME_LENGTH = 255;

/** UTF-16 units of a comment: more than this Jira takes from nobody, so that only what is made of mark-up is ever cut. */
export const COMMENT_LENGTH = 32_767;

/** Characters of the page address, name and e-mail that a visitor's page sends along. */
export const PAGE_LENGTH = 1_000;
export const NAME_LENGTH = 100;
export const EMAIL_LENGTH = 254;

/**
 * What a page declares of its visitor: so many values, and characters of a key and a value. Agents read all of it at a glance,
 * and the record of a chat as full as it may be has room for it: 10 KB at most.
 */
export const CONTEXT_VALUES = 10;
export const CONTEXT_KEY_LENGTH = 40;
export const CONTEXT_VALUE_LENGTH = 200;

/** Events that one poll answers at most; the rest follows with the next. */
export const EVENTS_PER_POLL = 25;

/** Bytes of events that one poll answers at most, as JSON. */
export const POLL_BYTES = 63_488;

/** Bytes of one unit in which Forge counts reads. */
export const READ_UNIT_BYTES = 10_240;

/**
 * Such units that one page's polls read within a minute, beyond which they are refused unread: less than a tenth of the
 * 4,000 that Forge gives an installation, and enough to read a history of 3.5 MB at once.
 */
export const READ_UNITS_PER_MINUTE = 390;

/** How often a page is answered the whole history within a minute; where that is little, so many events. */
export const HISTORY_TIMES_PER_MINUTE = 4;
export const HISTORY_EVENTS_LEAST = 500;

/** Events of one page of a chat as agents read it: with the visit beside them, as many keys as Forge reads at once. */
export const EVENTS_PER_VIEW = 24;

/** A visitor's messages in one conversation within a minute. */
export const MESSAGES_PER_MINUTE = 20;

/**
 * Messages of one conversation that wait for their delivery at most, and their bytes as JSON. With the comments that
 * are known of a chat as long as there may be, they leave room for every later step in a record of 240 KiB.
 */
export const PENDING_MESSAGES = 10;
export const PENDING_BYTES = 98_304;

/** Seconds after which a message is to be sent again for which there was no room: deliveries take a few. */
export const PENDING_RETRY_S = 10;

/**
 * Jobs that may be queued within a minute, of the 500 events that Forge takes from an installation: deliveries of chats
 * that no agent has answered, of others, and looks at quiet requests. What finds no place goes with others of its project
 * in one job, every ten seconds at most. What is left is for sweeps, erasures and settings.
 */
export const STRANGERS_JOBS_PER_MINUTE = 300;
export const ANSWERED_JOBS_PER_MINUTE = 80;
export const LOOKS_PER_MINUTE = 50;
export const WAITING_JOB_EVERY_MS = 10_000;

/** A message that nobody tried to deliver for so long is asked for by the next poll of its page. */
export const UNTRIED_MS = 60_000;

/** Seconds after which a job tells a request what came true of its chat: what happens at the same time is told with it. */
export const FACTS_TOLD_AFTER_S = 10;

/** What one job delivers of a project's waiting chats: well within its 55 s. Then another goes on. */
export const WAITING_CHATS_PER_JOB = 60;
export const WAITING_CHATS_AT_ONCE = 4;
export const WAITING_JOB_MS = 25_000;

/** Messages of one chat in such a job: the other chats have their turn first. */
export const WAITING_MESSAGES_PER_CHAT = 5;

/** Chats of strangers that reach Jira within a day, unless the project's settings say otherwise, and what they may say. */
export const STARTS_PER_DAY = 300;
export const STARTS_PER_DAY_MIN = 20;
export const STARTS_PER_DAY_MAX = 2_000;

/** Addresses that agents' replies make customers within a day, likewise. */
export const CUSTOMERS_PER_DAY = 200;
export const CUSTOMERS_PER_DAY_MAX = 2_000;

/** Events of one conversation: then a new one is to be started. */
export const CONVERSATION_EVENTS = 2_000;

/** Events beyond that, in which agents may still answer what was said last; then the request in Jira goes on by itself. */
export const ANSWERING_EVENTS = 200;

/** Agents of one conversation who are remembered as such: with the longest account ids, 13 KB of its record. */
export const REMEMBERED_AUTHORS = 100;

/**
 * Bytes of one event as JSON: what Forge hands over in one answer, 25 of them, stays under 1 MB. A longer comment, of
 * which Jira has the rest, is cut.
 */
export const EVENT_TEXT_BYTES = 36_864;
export const EVENT_BYTES = 37_888;

/** Operations of internal notes remembered per conversation: a repetition comes within minutes. */
export const REMEMBERED_NOTES = 20;

/** Ids of messages remembered per conversation. */
export const REMEMBERED_MESSAGES = 50;

/**
 * How long "an agent is answering" holds after the agent's last notice of it; notices come a little sooner. Most
 * answers are written in less: then one notice, an invocation, is all that it costs.
 */
export const TYPING_MS = 20_000;
export const TYPING_NOTICE_MS = 18_000;

/**
 * Who is at a chat, as their colleagues' windows know it: whoever writes says so every so often while somebody is there to
 * see it, and is believed a little longer; whoever looks is believed until they leave, or for so long without a sign.
 */
export const WRITING_SAID_MS = 6 * SECOND;
export const WRITING_BELIEVED_MS = 8 * SECOND;
export const LOOKING_SAID_MS = 4 * MINUTE;
export const LOOKING_BELIEVED_MS = 5 * MINUTE;

/** A visitor whose page was heard of within this time is "here now". */
export const HERE_MS = 150_000;

/**
 * Requests of one project that one sweep looks at, of which nothing was heard for some time: a call to Jira each, so that
 * two hundred chats that went quiet in an outage are true again within twenty minutes.
 */
export const FOLLOWED_PER_SWEEP = 50;

/** The same of all projects within a minute, of the 500 events that Forge takes. Some do not find a place: the next sweep does. */
export const FOLLOWED_PER_MINUTE = 50;

/**
 * Conversations out of which one job erases a person: well within its time limit, whatever they hold. Then another job
 * goes on; Forge ends a chain of jobs after 1,000.
 */
export const ERASED_PER_JOB = 100;

/**
 * Events of one conversation that one job erases words or a person from: 40 calls of storage, and a fortieth of the writes
 * that Forge allows in a minute. Then another job goes on.
 */
export const EVENTS_ERASED_PER_JOB = 500;

/** Events of a chat that are looked through within the job that looks through a hundred chats; of more, by a job of its own. */
export const EVENTS_ERASED_AT_ONCE = 100;

/**
 * One answer of an export: events read at a time, and bytes after which no more are. Together well below the megabyte that
 * one call may be (figure F17): events are of 4,000 characters at the most.
 */
export const EXPORTED_EVENTS = 20;
export const EXPORTED_BYTES = 300_000;

/** Seconds between polls of a conversation: fast while talking, slowing down. */
export const CHAT_POLL_FAST_S = 3;
export const CHAT_POLL_SLOW_S = 30;

/** Days that Frontdesk keeps a conversation after its last event; Jira keeps the request. */
export const CONVERSATION_DAYS = 90;

/** Milliseconds during which "put offline" can be undone (product rule S6). */
export const UNDO_WINDOW_MS = 10 * SECOND;

/** Milliseconds within which a quiet request is looked at once because of polls. */
export const LOOK_EVERY_MS = 600_000;

/**
 * Open chats of one project whose assignees one job looks after: as many questions to Jira at most, well within its time
 * limit. Then another job goes on.
 */
export const LOOKED_AFTER_PER_JOB = 100;
