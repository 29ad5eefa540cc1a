import type { Conversation } from '../domain/conversation';
import { PlatformFault, type Ports } from '../ports';

export interface PostNeeds extends Pick<Ports, 'clock' | 'random'> {
  conversations: Pick<Ports['conversations'], 'read' | 'takeReplyTurn' | 'endReplyTurn'>;
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

/** What is to be posted, and how it is known that it was. */
interface Posting<Posted> {
  conversationId: string;
  operationId: string;
  /** Does the chat say that it was posted? */
  isNoted(conversation: Conversation): boolean;
  /** May be Undeliverable. */
  post(): Promise<Posted>;
  /** Null: Jira does not have it. */
  find(): Promise<Posted | null>;
}

/** noted: another call has posted it, and written that down. being-sent: another call is about to. */
type Outcome<Posted> = { posted: Posted } | 'noted' | 'being-sent';

/**
 * Posts what an agent wrote, however many calls try to at a time: one has the turn, and the others wait for what comes of
 * it. Where nobody knows what came of a turn, the next looks in Jira first. May be Undeliverable.
 */
export async function postOnce<Posted>(ports: PostNeeds, posting: Posting<Posted>): Promise<Outcome<Posted>> {
  const { clock, random, conversations } = ports;
  const { conversationId, operationId, isNoted } = posting;
  const me = random.id();
  const deadline = clock.now() + PATIENCE_MS;
  let pause = FIRST_PAUSE_MS;
  for (let turn = 0; ;) {
    const wanted = { by: me, at: clock.now() };
    const { by, at } = await conversations.takeReplyTurn(conversationId, operationId, turn, wanted);
    if (by === me) return { posted: await postInTurn(ports, posting, turn) };
    if (clock.now() - at >= TURN_MS) {
      turn += 1;
      continue;
    }
    if (clock.now() >= deadline) return 'being-sent';
    await clock.sleep(pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    const conversation = await conversations.read(conversationId);
    if (conversation && isNoted(conversation)) return 'noted';
  }
}

/** Jira is asked for a comment of before only when there may be one: somebody had a turn. */
async function postInTurn<Posted>(
  { clock, conversations }: PostNeeds,
  { conversationId, operationId, post, find }: Posting<Posted>,
  turn: number,
): Promise<Posted> {
  const taken = clock.now();
  const found = turn === 0 ? null : await find();
  if (found !== null) return found;
  const begun = clock.now();
  if (begun - taken > BEGINS_WITHIN_MS) throw new PlatformFault('the turn to post a reply has passed');
  try {
    return await post();
  } catch (fault) {
    if (clock.now() - begun < ANSWERED_WITHIN_MS) {
      // Only spares the next call the wait.
      await conversations.endReplyTurn(conversationId, operationId, turn).catch(() => undefined);
    }
    throw fault;
  }
}
