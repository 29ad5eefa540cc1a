import type { Ports } from '../ports';
import { eventQueue } from './event-queue';
import { jiraRest } from './jira-rest';
import { jiraSiteUrl } from './jira-site-url';
import { jsonLog } from './json-log';
import { kvsAgentStore } from './kvs-agent-store';
import { jsmServiceDesk } from './jsm/jsm-service-desk';
import { kvsBlocks } from './kvs-blocks';
import { kvsConversationFinder } from './kvs-conversation-finder';
import { kvsConversationRecords } from './kvs-conversation-records';
import { kvsIdentityStore } from './kvs-identity-store';
import { kvsDeskStore } from './kvs-desk-store';
import { kvsHeldDecisions } from './kvs-held-decisions';
import { kvsLogStore } from './kvs-log-store';
import { kvsPublicStore } from './kvs-public-store';
import { kvsSavedReplies } from './kvs-saved-replies';
import { kvsScheduleStore } from './kvs-schedule-store';
import { kvsSeenPages } from './kvs-seen-pages';
import { kvsSiteStore } from './kvs-site-store';
import { kvsSlots } from './kvs-slots';
import { kvsVisits } from './kvs-visits';
import { pollMemory } from './poll-memory';
import { privacyReport } from './privacy-report';
import { realtimeChannel } from './realtime-channel';
import { refusalMemory } from './refusal-memory';
import { systemClock, systemCrypto, systemRandom } from './system';
import { webTriggerUrl } from './web-trigger-url';

/** The ports on Forge and Jira. Holds nothing of any installation. */
export const forgePorts: Ports = {
  conversations: kvsConversationRecords(systemClock),
  conversationIndex: kvsConversationFinder(systemClock),
  visits: kvsVisits(systemClock),
  slots: kvsSlots(systemClock),
  refusals: refusalMemory(systemClock, jsonLog),
  blocks: kvsBlocks(systemClock),
  heldDecisions: kvsHeldDecisions(systemClock),
  identities: kvsIdentityStore(systemClock),
  serviceDesk: jsmServiceDesk(systemClock),
  crypto: systemCrypto,
  savedReplies: kvsSavedReplies(systemClock),
  schedules: kvsScheduleStore(systemClock),
  desks: kvsDeskStore(systemClock, jsonLog),
  log: kvsLogStore(systemClock),
  agents: kvsAgentStore(systemClock),
  site: kvsSiteStore(systemClock),
  publicRecords: kvsPublicStore(systemClock),
  seenPages: kvsSeenPages(systemClock, jsonLog),
  jira: jiraRest(systemClock, jsonLog),
  jobs: eventQueue,
  polls: pollMemory(),
  live: realtimeChannel(systemClock, jsonLog),
  privacy: privacyReport,
  clock: systemClock,
  random: systemRandom,
  report: jsonLog,
  webTriggerUrl,
  siteUrl: jiraSiteUrl(systemClock, jsonLog),
};
