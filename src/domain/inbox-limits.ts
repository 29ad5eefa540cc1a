/** What agents look through, write and are told of: how much of it, with unit and reason. */

/** Chats of one's own that wait, named per project to whoever goes offline (product rule S11); the rest is a number. */
export const WAITING_CHATS = 5;

/** Pages of the list of one's own chats that are looked through for them, and projects: each is a query. */
export const WAITING_CHAT_PAGES = 4;
export const WAITING_CHAT_PROJECTS = 10;

/** Saved replies of one project: as many as are found again by their names. */
export const SAVED_REPLIES = 100;

/** Characters (code points) of a saved reply: half of what a message may have, with room for what fills it. */
export const SAVED_REPLY_LENGTH = 2_000;
export const SAVED_REPLY_NAME_LENGTH = 60;

/** Bytes of all saved replies of a project as JSON: Forge refuses values over 240 KiB. */
export const SAVED_REPLIES_BYTES = 240_000;

/** Characters of the note of a hand-over: read at a glance by whoever gets the chat. */
export const HAND_OVER_NOTE_LENGTH = 1_000;

/** Colleagues that a chat can be handed over to, in one answer; of more, a name finds them. */
export const COLLEAGUES_SHOWN = 50;

/** Bytes of one internal note as JSON, and of all that one answer holds: beside a page of events it stays under 1 MB. */
export const NOTE_BYTES = 16_384;
export const NOTES_BYTES = 65_536;

/** Who leafs through chats looks at none of them: so long one has to be open. */
export const LOOKING_FROM_MS = 500;

/** Those who are there answer somebody who has come within so long, not all at the same moment. */
export const LOOK_ANSWERED_MS = 1_000;

/** Rows on one page of the inbox. */
export const INBOX_PAGE = 25;

/** Chats of a list that are counted; more are "100+". A query of Forge's storage finds as many at most. */
export const CHATS_COUNTED = 100;

/** Characters of a search for chats. */
export const SEARCH_LENGTH = 100;

/**
 * Chats that one search looks through itself, newest first, besides what Jira's search knows of their requests: five
 * queries. "Search older chats" goes on.
 */
export const CHATS_SEARCHED = 500;

/** Earlier chats of a customer beside the one that is open: read at a glance; a search finds the others. */
export const EARLIER_CHATS = 5;

/** Requests that Jira's search is asked for. */
export const REQUESTS_FOUND = 25;

/** Customers who are here now on one page of the inbox: sorted by hand, so that they do not jump about. */
export const HERE_PAGE = 100;

/** New messages of one project that flags are told of at once; a flag says "so many" from four on. */
export const NEW_MESSAGES = 100;

/** Flags of one Jira page that one question can be about. */
export const FLAGGED_CHATS = 100;
