import { disabledAvailability, type Availability } from '../domain/availability';
import { refuse, succeed, type Result } from '../domain/errors';
import type { WidgetConfig } from '../domain/views';
import type { Actor, Ports } from '../ports';
import { getAvailability } from './get-availability';
import { getWidgetConfig, type LabelsByLocale } from './get-widget-config';

export interface PortalInput {
  projectId?: string | undefined;
  portalId?: string | undefined;
  locale?: string | undefined;
}

export type PortalAnswer = Availability & {
  widget?: Omit<WidgetConfig, 'allowedOrigins' | 'anonymous'> & { identified: boolean };
};

/** What the portal frame shows to customers and anonymous visitors: the public answer, nothing more. */
export async function getPortalAvailability(
  ports: Pick<Ports, 'desks' | 'publicRecords' | 'clock' | 'report'>,
  labels: LabelsByLocale,
  actor: Actor,
  { projectId, portalId, locale }: PortalInput,
): Promise<Result<PortalAnswer>> {
  if (projectId === undefined && portalId === undefined) {
    return refuse('invalid-request', 'Say which portal or project this is about.');
  }
  const widgetId =
    portalId === undefined
      ? await ports.desks.widgetOfProject(projectId ?? '')
      : await ports.desks.widgetOfServiceDesk(portalId);
  if (widgetId === null) return succeed(disabledAvailability(ports.clock.now()));
  const [availability, config] = await Promise.all([
    getAvailability(ports, widgetId),
    getWidgetConfig(ports, labels, widgetId, locale ?? null),
  ]);
  const isDrawn = availability.state === 'online' || availability.state === 'offline';
  if (!config || !isDrawn) return succeed(availability);
  const { allowedOrigins: _origins, anonymous: _policy, ...widget } = config;
  return succeed({ ...availability, widget: { ...widget, identified: actor.kind !== 'anonymous' } });
}
