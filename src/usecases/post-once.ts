import { sentAs } from '../domain/conversation-transitions';
import type { PostedComment } from '../jira-ports';
import { PlatformFault, type Ports } from '../ports';

export interface PostNeeds extends Pick<Ports, 'clock' | 'random'> {
  conversations: Pick<Ports['conversations'], 'read' | 'takeReplyTurn' | 'endReplyTurn'>;
  serviceDesk: Pick<Ports['serviceDesk'], 'comment' | 'findComment'>;
}

/**
 * A turn begins to post within the first of these, waits 5 s for Jira, and is over after the second: what Jira gave no
 * answer to it has taken by then, or never will.
 */
const BEGINS_WITHIN_MS = 10_000;
const TURN_MS = 20_000;

/** Jira that fails sooner than this has answered, and is not about to take the comment after all. */
const ANSWERED_WITHIN_MS = 4_000;

/** How long a call waits for the turns of others: it has 25 s in all. Between looks it pauses, ever longer. */
const PATIENCE_MS = 12_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2_000;

interface Reply {
  conversationId: string;
  message: string;
  operationId: string;
}

/** noted: another call has posted it, and written that down. being-sent: another call is about to. */
type Posted = PostedComment | 'noted' | 'being-sent';

/**
 * Posts an agent's reply, however many calls try to at a time: one has the turn, and the others wait for what comes of it.
 * Where nobody knows what came of a turn, the next looks in Jira first. May be Undeliverable.
 */
export async function postOnce(ports: PostNeeds, issueKey: string, reply: Reply): Promise<Posted> {
  const { clock, random, conversations } = ports;
  const { conversationId, operationId } = reply;
  const me = random.id();
  const deadline = clock.now() + PATIENCE_MS;
  let pause = FIRST_PAUSE_MS;
  for (let turn = 0; ;) {
    const wanted = { by: me, at: clock.now() };
    const { by, at } = await conversations.takeReplyTurn(conversationId, operationId, turn, wanted);
    if (by === me) return postInTurn(ports, issueKey, reply, turn);
    if (clock.now() - at >= TURN_MS) {
      turn += 1;
      continue;
    }
    if (clock.now() >= deadline) return 'being-sent';
    await clock.sleep(pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    const conversation = await conversations.read(conversationId);
    if (conversation && sentAs(conversation, operationId) !== null) return 'noted';
  }
}

/** Jira is asked for a comment of before only when there may be one: somebody had a turn. */
async function postInTurn(
  { clock, conversations, serviceDesk }: PostNeeds,
  issueKey: string,
  { conversationId, message, operationId }: Reply,
  turn: number,
): Promise<PostedComment> {
  const taken = clock.now();
  const marker = `${conversationId}/${operationId}`;
  const found = turn === 0 ? null : await serviceDesk.findComment(issueKey, marker);
  if (found !== null) return found;
  const begun = clock.now();
  if (begun - taken > BEGINS_WITHIN_MS) throw new PlatformFault('the turn to post a reply has passed');
  try {
    return await serviceDesk.comment('user', issueKey, { text: message, visitor: null, marker });
  } catch (fault) {
    if (clock.now() - begun < ANSWERED_WITHIN_MS) {
      // Only spares the next call the wait.
      await conversations.endReplyTurn(conversationId, operationId, turn).catch(() => undefined);
    }
    throw fault;
  }
}
