import type { RequestTalk } from '../contract/request-talk';
import { disabledAvailability } from '../domain/availability';
import { refuse, succeed, type Result } from '../domain/errors';
import { OWN_REQUEST_SHOWN_MS } from '../domain/jira-limits';
import type { Actor, Ports } from '../ports';
import { getAvailability } from './get-availability';
import { renderConfig, type LabelsByLocale } from './get-widget-config';
import { chatAbout, ownRequestAt, type OwnNeeds, type RequestPlace } from './own-request';

type Needs = OwnNeeds &
  Pick<Ports, 'clock' | 'report' | 'conversationIndex'> & {
    conversations: Pick<Ports['conversations'], 'read'>;
  };

/** What stands beside somebody's own request on the portal: whether somebody is there, and the chat about it. */
export async function getRequestTalk(
  ports: Needs,
  labels: LabelsByLocale,
  actor: Actor,
  { locale }: { locale?: string | undefined },
  place: RequestPlace,
): Promise<Result<RequestTalk>> {
  const own = await ownRequestAt(ports, actor, place, OWN_REQUEST_SHOWN_MS);
  if (own === 'chat-off') return succeed(disabledAvailability(ports.clock.now()));
  if (!own) return refuse('not-found', 'This request isn’t here, or it isn’t yours.');
  const { widgetId, config, request } = own;
  const { resolved, key } = request;
  const [availability, { current }, reopens] = await Promise.all([
    getAvailability(ports, widgetId),
    chatAbout(ports, request),
    resolved ? ports.serviceDesk.mayReopen(key) : true,
  ]);
  // Somebody in mid-conversation finds it again, whatever is hidden from those who have none.
  if (availability.state === 'disabled' || (availability.state === 'hidden' && !current))
    return succeed(availability);
  const {
    allowedOrigins: _origins,
    anonymous: _policy,
    ...widget
  } = renderConfig(config, labels, locale ?? null);
  const conversation = current && { conversation: { id: current.id, ended: current.ended } };
  return succeed({
    ...availability,
    widget: { ...widget, widgetId, identified: true, ...conversation },
    request: { resolved, reopens },
  });
}
