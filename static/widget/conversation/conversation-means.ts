import type { Environment } from '../browser/environment';
import type { ConversationClient } from './conversation-client';

/** What a conversation is held with. */
export interface ConversationMeans {
  env: Environment;
  client: ConversationClient;
  /** Names what is stored and what the browser's tabs share. */
  name: string;
  /** What the web site has signed of the visitor; nothing: nobody is signed in. */
  identity?(): string | undefined;
  /** Names one message over all attempts to send it. */
  newId(): string;
}
