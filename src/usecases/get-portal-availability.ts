import { degradedAvailability, disabledAvailability, type Availability } from '../domain/availability';
import { refuse, succeed, type Result } from '../domain/errors';
import type { WidgetConfig } from '../domain/views';
import { PlatformFault, type Actor, type Ports } from '../ports';
import { getAvailability, POLL_PATIENCE_MS } from './get-availability';
import { getWidgetConfig, type LabelsByLocale } from './get-widget-config';

export interface PortalInput {
  projectId?: string | undefined;
  portalId?: string | undefined;
  locale?: string | undefined;
}

export type PortalAnswer = Availability & {
  widget?: Omit<WidgetConfig, 'allowedOrigins' | 'anonymous'> & { identified: boolean };
};

type Needs = Pick<Ports, 'desks' | 'publicRecords' | 'clock' | 'report'>;

/** What the portal frame shows to customers and anonymous visitors: the public answer, nothing more. */
export async function getPortalAvailability(
  ports: Needs,
  labels: LabelsByLocale,
  actor: Actor,
  input: PortalInput,
): Promise<Result<PortalAnswer>> {
  if (input.projectId === undefined && input.portalId === undefined) {
    return refuse('invalid-request', 'Say which portal or project this is about.');
  }
  const { clock } = ports;
  try {
    return succeed(await clock.within(POLL_PATIENCE_MS, answer(ports, labels, actor, input)));
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error;
    // As the web trigger answers. An error would leave pages with the last answer they had, perhaps "online".
    return succeed(degradedAvailability(clock.now()));
  }
}

async function answer(
  ports: Needs,
  labels: LabelsByLocale,
  actor: Actor,
  { projectId, portalId, locale }: PortalInput,
): Promise<PortalAnswer> {
  const widgetId =
    portalId === undefined
      ? await ports.desks.widgetOfProject(projectId ?? '')
      : await ports.desks.widgetOfServiceDesk(portalId);
  if (widgetId === null) return disabledAvailability(ports.clock.now());
  const [availability, config] = await Promise.all([
    getAvailability(ports, widgetId),
    getWidgetConfig(ports, labels, widgetId, locale ?? null),
  ]);
  const isDrawn = availability.state === 'online' || availability.state === 'offline';
  if (!config || !isDrawn) return availability;
  const { allowedOrigins: _origins, anonymous: _policy, ...widget } = config;
  return { ...availability, widget: { ...widget, identified: actor.kind !== 'anonymous' } };
}
