import { parseCurrent, parsePoll, parseRegister, parseSend, parseStart } from './contract/chat-bodies';
import {
  originOf,
  type PublicRoute,
  type WebTriggerRequest,
  type WebTriggerResponse,
} from './contract/public-request';
import {
  badMemberResponse,
  chatResponse,
  errorResponse,
  visitorRefusedResponse,
} from './contract/public-response';
import type { Result } from './domain/errors';
import { eventQueue } from './platform/event-queue';
import { fetchPeople } from './platform/jira-people';
import { jsonLog } from './platform/json-log';
import { kvsConversationFinder } from './platform/kvs-conversation-finder';
import { kvsBlocks } from './platform/kvs-blocks';
import { kvsConversationRecords } from './platform/kvs-conversation-records';
import { kvsIdentityStore } from './platform/kvs-identity-store';
import { kvsPublicStore } from './platform/kvs-public-store';
import { kvsSlots } from './platform/kvs-slots';
import { kvsVisits } from './platform/kvs-visits';
import { pollMemory } from './platform/poll-memory';
import { refusalMemory } from './platform/refusal-memory';
import { systemClock, systemCrypto, systemRandom } from './platform/system';
import { currentConversation } from './usecases/current-conversation';
import { pollConversation } from './usecases/poll-conversation';
import { registerVisitor } from './usecases/register-visitor';
import { sendMessage } from './usecases/send-message';
import { startConversation } from './usecases/start-conversation';

const ports = {
  publicRecords: kvsPublicStore(systemClock),
  conversations: kvsConversationRecords(systemClock),
  conversationIndex: kvsConversationFinder(systemClock),
  visits: kvsVisits(systemClock),
  slots: kvsSlots(systemClock),
  refusals: refusalMemory(systemClock, jsonLog),
  blocks: kvsBlocks(systemClock),
  identities: kvsIdentityStore(systemClock),
  jira: { people: (accountIds: string[]) => fetchPeople(systemClock, jsonLog, accountIds) },
  jobs: eventQueue,
  polls: pollMemory(),
  // The delivery's job pings the agents' windows: it runs at once.
  live: { ping: () => Promise.resolve() },
  clock: systemClock,
  random: systemRandom,
  crypto: systemCrypto,
  report: jsonLog,
};

type ChatRoute = Extract<PublicRoute, { kind: 'start' | 'current' | 'send' | 'register' | 'poll' }>;

/** The web trigger's part for those who chat. Never throws. */
export function answerChat(route: ChatRoute, request: WebTriggerRequest): Promise<WebTriggerResponse> {
  switch (route.kind) {
    case 'start': {
      const start = parseStart(request.body);
      if (start && 'bad' in start) return Promise.resolve(badMemberResponse(start.bad));
      return answer(route.kind, 201, start, (body) =>
        startConversation(ports, { ...body, origin: originOf(request), accountId: null, inPortal: false }),
      );
    }
    case 'current':
      return answer(route.kind, 200, parseCurrent(request.body), (body) =>
        currentConversation(ports, { ...body, origin: originOf(request) }),
      );
    case 'send':
      return answer(route.kind, 202, parseSend(request.body), (body) =>
        sendMessage(ports, { ...body, ...opened(route) }),
      );
    case 'register':
      return answer(route.kind, 202, parseRegister(request.body), (body) =>
        registerVisitor(ports, { ...body, ...opened(route) }),
      );
    case 'poll':
      return answer(route.kind, 200, parsePoll(request.body), (body) =>
        pollConversation(ports, { ...body, ...opened(route) }),
      );
  }
}

/** What opens with a token; here no account does. */
const opened = ({ conversationId }: { conversationId: string }) => ({ conversationId, account: null });

/** A body that is not of the form, a refusal and a fault are answers of their own. */
async function answer<Body, Value extends object>(
  request: ChatRoute['kind'],
  statusCode: number,
  body: Body | null,
  run: (body: Body) => Promise<Result<Value>>,
): Promise<WebTriggerResponse> {
  if (!body) return errorResponse(400, 'bad-request');
  try {
    const result = await run(body);
    if (result.ok) return chatResponse(statusCode, result.value);
    const { visitor } = result.error;
    return visitor ? visitorRefusedResponse(visitor) : errorResponse(503, 'unavailable');
  } catch (error) {
    ports.report.failure('a public request failed', error, { request });
    return errorResponse(503, 'unavailable');
  }
}
