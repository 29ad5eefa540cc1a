import type { Environment } from '../browser/environment';
import type { ConversationClient } from './conversation-client';

/** What a conversation is held with. */
export interface ConversationMeans {
  env: Environment;
  client: ConversationClient;
  /** Names what is stored and what the browser's tabs share. */
  name: string;
  /** Names one message over all attempts to send it. */
  newId(): string;
}
