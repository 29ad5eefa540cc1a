import { refuseVisitor, type Result } from '../domain/errors';
import type { Actor, Ports } from '../ports';
import { startConversation, type Started, type StartNeeds } from './start-conversation';
import { accountOf } from './visitor-key';

export interface PortalStartInput {
  portalId: string;
  message: string;
  messageAsSent: string;
  work?: string | undefined;
  clientMessageId: string;
  page?: string | undefined;
  locale?: string | undefined;
  name?: string | undefined;
  email?: string | undefined;
}

/**
 * In the portal's frame: somebody logged in starts as themself, whatever they typed as name. `portal`: where the frame is, as
 * the platform says; nothing is started from there in another one.
 */
export async function startInPortal(
  ports: StartNeeds & { desks: Pick<Ports['desks'], 'widgetOfServiceDesk'> },
  actor: Actor,
  { portalId, ...input }: PortalStartInput,
  portal: string | null,
): Promise<Result<Started>> {
  if (portal !== null && portal !== portalId) return refuseVisitor({ error: 'not-found' });
  const widgetId = await ports.desks.widgetOfServiceDesk(portalId);
  if (widgetId === null) return refuseVisitor({ error: 'not-found' });
  return startConversation(ports, {
    ...input,
    widgetId,
    origin: null,
    accountId: accountOf(actor),
    inPortal: true,
  });
}
