import type { ErrorBody } from '../../../src/contract/availability';
import type {
  Challenge,
  FoundBody,
  PollBody,
  PolledBody,
  RegisterBody,
  RegisteredBody,
  SendBody,
  SentBody,
  StartBody,
  StartedBody,
} from '../../../src/contract/conversation';

export type Opening = Omit<StartBody, 'widgetId'>;

/** What a browser does for a start while too many start at once: see `Challenge`. Rejects as `start` does. */
export type Work = (
  challenge: Challenge,
  opening: Opening,
  start: (opening: Opening) => Promise<StartedBody>,
  /** Told again and again how many milliseconds it has taken; at the end of it 0. False: it is not wanted any more. */
  goesOn: (elapsed: number) => boolean,
) => Promise<StartedBody>;

/** Why something was not done. All functions of `ConversationClient` reject with this. */
export interface Failure {
  error: ErrorBody['error'];
  /** Seconds to wait; 0 when not said. */
  retryAfter: number;
  /** Of a start: at once, with what it asks for. */
  challenge?: Challenge | undefined;
}

/** How the panel talks to the project's agents: over the web trigger on web pages, over the bridge in the portal. */
export interface ConversationClient {
  start(opening: Opening): Promise<StartedBody>;
  work?: Work;
  /** The chat in which somebody whom the web site has signed in spoke last, if there is one. */
  current?(identity: string): Promise<FoundBody>;
  send(conversationId: string, message: SendBody): Promise<SentBody>;
  /** The visitor, who started anonymously, says who they are. */
  register(conversationId: string, details: RegisterBody): Promise<RegisteredBody>;
  poll(conversationId: string, question: PollBody): Promise<PolledBody>;
  /** By what factor to ask less often than usual, as of the last answer; 1 when nothing is known of that. */
  slowdown?(): number;
  /** The visitor starts anew. Where the server knows which conversation they come back to, it is not this one. */
  leave?(conversationId: string): void;
}

/** `unavailable`: nothing was answered, or nothing that Frontdesk would say. Trying again may help. */
export const failureOf = (thrown: unknown): Failure => {
  const { error = 'unavailable', retryAfter = 0, challenge } = (thrown ?? {}) as Partial<Failure>;
  return { error, retryAfter, ...(challenge && { challenge }) };
};
