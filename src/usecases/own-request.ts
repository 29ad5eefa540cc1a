import { isContinued, type OwnRequest } from '../domain/request-talk';
import type { Conversation } from '../domain/conversation';
import type { Actor, Ports } from '../ports';
import type { PublicConfig } from '../storage-ports';
import { accountOf } from './visitor-key';

/** Where a frame on the portal is, as the platform says. */
export interface RequestPlace {
  portal: string | null;
  request: string | null;
}

export interface Own {
  account: string;
  widgetId: string;
  config: PublicConfig;
  request: OwnRequest;
}

export type OwnNeeds = Pick<Ports, 'publicRecords' | 'serviceDesk'> & {
  desks: Pick<Ports['desks'], 'widgetOfServiceDesk'>;
};

/**
 * The request on whose page the frame is, where chat is on and Jira says that whoever asks is its reporter or takes part; of
 * anybody else's, and of one in another space, nothing. Throws PlatformFault.
 */
export async function ownRequestAt(
  { desks, publicRecords, serviceDesk }: OwnNeeds,
  actor: Actor,
  { portal, request: key }: RequestPlace,
  maxAgeMs: number,
): Promise<Own | 'chat-off' | null> {
  const account = accountOf(actor);
  if (account === null || portal === null || key === null) return null;
  const widgetId = await desks.widgetOfServiceDesk(portal);
  const config = widgetId === null ? null : await publicRecords.config(widgetId);
  if (widgetId === null || !config) return 'chat-off';
  const request = await serviceDesk.ownRequest(key, account, maxAgeMs);
  if (request?.projectId !== config.projectId) return null;
  return { account, widgetId, config, request };
}

export interface Found {
  /** What was kept of the request last. */
  previous: Conversation | null;
  /** The same, where it is gone on with. */
  current: Conversation | null;
}

/** The chat about a request. */
export async function chatAbout(
  {
    conversations,
    conversationIndex,
  }: Pick<Ports, 'conversationIndex'> & { conversations: Pick<Ports['conversations'], 'read'> },
  request: OwnRequest,
): Promise<Found> {
  const id = await conversationIndex.ofIssue(request.id);
  const previous = id === null ? null : await conversations.read(id);
  return { previous, current: previous && isContinued(previous, request) ? previous : null };
}
