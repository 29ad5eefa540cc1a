import type { LivePing, LookPing } from '../../src/contract/live';

/** What the realtime channel carries: checked here, because anybody of the app's may have sent it. */

/** Undefined: it cannot be read. */
export function readPing(sent: unknown): LivePing | undefined {
  const payload = objectIn(sent);
  if (!payload || !('projects' in payload)) return undefined;
  const { projects } = payload;
  if (!Array.isArray(projects)) return undefined;
  return {
    projects: projects.filter((id): id is string => typeof id === 'string'),
    ...('conversations' in payload && payload.conversations === true && { conversations: true }),
    ...('conversation' in payload &&
      typeof payload.conversation === 'string' && { conversation: payload.conversation }),
    ...('rev' in payload && typeof payload.rev === 'number' && { rev: payload.rev }),
  };
}

/** Undefined: it is not about who looks at a chat. */
export function readLook(sent: unknown): LookPing | undefined {
  const payload = objectIn(sent);
  if (!payload || !('doing' in payload) || !('by' in payload) || !('conversation' in payload))
    return undefined;
  const { by, conversation, doing } = payload;
  if (typeof by !== 'string' || typeof conversation !== 'string') return undefined;
  if (doing !== 'looking' && doing !== 'writing' && doing !== 'left') return undefined;
  return {
    projects: [],
    conversation,
    by,
    doing,
    ...('answers' in payload && payload.answers === true && { answers: true }),
    ...('left' in payload && typeof payload.left === 'string' && { left: payload.left }),
  };
}

function objectIn(sent: unknown): object | null {
  try {
    const payload: unknown = typeof sent === 'string' ? JSON.parse(sent) : sent;
    return typeof payload === 'object' ? payload : null;
  } catch {
    return null;
  }
}
