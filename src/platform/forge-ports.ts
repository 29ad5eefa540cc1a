import type { Ports } from '../ports';
import { eventQueue } from './event-queue';
import { jiraRest } from './jira-rest';
import { jsonLog } from './json-log';
import { kvsAgentStore } from './kvs-agent-store';
import { jsmServiceDesk } from './jsm/jsm-service-desk';
import { kvsConversationStore } from './kvs-conversation-store';
import { kvsIdentityStore } from './kvs-identity-store';
import { kvsDeskStore } from './kvs-desk-store';
import { kvsLogStore } from './kvs-log-store';
import { kvsPublicStore } from './kvs-public-store';
import { kvsSiteStore } from './kvs-site-store';
import { privacyReport } from './privacy-report';
import { realtimeChannel } from './realtime-channel';
import { systemClock, systemCrypto, systemRandom } from './system';
import { webTriggerUrl } from './web-trigger-url';

/** The ports on Forge and Jira. Holds nothing of any installation. */
export const forgePorts: Ports = {
  conversations: kvsConversationStore(systemClock),
  identities: kvsIdentityStore(systemClock),
  serviceDesk: jsmServiceDesk(systemClock),
  crypto: systemCrypto,
  desks: kvsDeskStore(systemClock, jsonLog),
  log: kvsLogStore(systemClock),
  agents: kvsAgentStore(systemClock),
  site: kvsSiteStore(systemClock),
  publicRecords: kvsPublicStore(systemClock),
  jira: jiraRest(systemClock),
  jobs: eventQueue,
  live: realtimeChannel(systemClock, jsonLog),
  privacy: privacyReport,
  clock: systemClock,
  random: systemRandom,
  report: jsonLog,
  webTriggerUrl,
};
