/**
 * Limits of what Jira is asked, and of how long it is believed. Apart from the others, because the widget's script, which
 * counts every byte, keeps what is calculated there.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The longest pause, milliseconds, that Jira is believed to ask for: its quotas are of an hour, a broken proxy's of years. */
export const JIRA_PAUSE_MAX_MS = DAY;

/**
 * How long what Jira said is believed, milliseconds, while the process that asked lives. Roles: for what a page shows of
 * itself; changes, and whoever opens a chat, ask. A page view is to cost no call within ten minutes of the last (F16).
 */
export const ROLES_REMEMBERED_MS = 10 * MINUTE;

/** A role that is missing, for whoever opens a page to use it, milliseconds. */
export const MISSING_ROLE_REMEMBERED_MS = MINUTE;

/** Names of projects and people, whom Jira did not know included: twice as long, so that they outlast the roles. */
export const NAMES_REMEMBERED_MS = 20 * MINUTE;

/** Request types of a desk and what they ask for; asked anew when Jira refuses a request of such a type. */
export const REQUEST_TYPES_REMEMBERED_MS = 10 * MINUTE;

/** Whether a workflow has a way back from an end: admins change it by the month, and who is wrong about it is told by Jira. */
export const FINAL_WAYS_REMEMBERED_MS = HOUR;

/** Ends of workflows, of all projects, that one process remembers of an installation. */
export const FINAL_WAYS_MOST = 1_000;

/** That the app may not ask for other people's permissions: an admin may change it, but not by the minute. */
export const REFUSAL_REMEMBERED_MS = HOUR;

/** Accounts whose roles, and projects whose names, one process remembers of an installation. */
export const ROLES_MOST = 1_000;
export const PROJECT_NAMES_MOST = 5_000;

/** Between two sweeps, milliseconds: `interval: fiveMinute` of the manifest. */
export const SWEEP_MS = 5 * MINUTE;

/** Agents whose role one job asks Jira for: a call each, all within a few seconds. Where Jira is slow, another goes on. */
export const AGENTS_CHECKED_PER_JOB = 100;
export const CHECK_JOB_MS = 25_000;

/** What such a job carries: Forge takes 100 KB an event of a function that may run for longer than 55 s. */
export const CHECK_JOB_BYTES = 90_000;

/** Agents about whom one sweep asks Jira; of more, each sweep takes the next ones. Its hourly points are for all sites of the app. */
export const AGENTS_CHECKED_PER_SWEEP = 500;

/** Within this time, milliseconds, Jira is asked about each agent whom a schedule promises, online or not. */
export const PROMISED_CHECKED_MS = 12 * HOUR;

/** Milliseconds for which it is remembered whose a request is: whoever was taken out of one may read and write so long at most. */
export const OWN_REQUEST_MS = 5 * 60_000;

/** The same for a page that is opened, which is to say what the request is now: no more than spares Jira a page that is loaded again and again. */
export const OWN_REQUEST_SHOWN_MS = 5_000;

/** Requests, each of one account, of which a process remembers it. */
export const OWN_REQUESTS_REMEMBERED = 1_000;

/** Pages of fifty people each that take part in a request, of which somebody is looked for among at most so many. */
export const PARTICIPANT_PAGES = 4;
