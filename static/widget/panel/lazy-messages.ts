import type { ConversationSteps } from '../conversation/conversation-steps';

/** What draws the messages, and what sending them needs besides. A page that was opened earlier may load it with a panel of the version before. */
export interface MessagesCode {
  createMessageList: typeof import('./message-list').createMessageList;
  declaredContext: typeof import('../conversation/declared-context').declaredContext;
  startConversation: ConversationSteps['startConversation'];
  registerVisitor: ConversationSteps['registerVisitor'];
  aboveKeyboard: typeof import('./above-keyboard').aboveKeyboard;
  style: string;
}

export interface LazyMessages {
  /** Absent: not fetched yet. */
  code(): MessagesCode | undefined;
  /** Fetches it, unless it is there or on its way. Resolves with whether it is there. */
  load(): Promise<boolean>;
  /** The last attempt to fetch it came to nothing. */
  failed(): boolean;
}

/** Most visitors who open a panel write nothing: they are spared the code for it (figure F9). */
export function createLazyMessages(
  fetchCode: () => Promise<{ messages: MessagesCode }>,
  onSettled: () => void,
): LazyMessages {
  let code: MessagesCode | undefined;
  let failed = false;
  let loading: Promise<boolean> | undefined;

  async function fetchOnce(): Promise<boolean> {
    try {
      code = (await fetchCode()).messages;
    } catch {
      loading = undefined;
    }
    failed = !code;
    onSettled();
    return !failed;
  }

  return { code: () => code, load: () => (loading ??= fetchOnce()), failed: () => failed };
}
