import type { OwnConversation, PortalAvailability } from '../contract/portal';
import { degradedAvailability, disabledAvailability } from '../domain/availability';
import { PORTAL } from '../domain/seen-page';
import { refuse, succeed, type Result } from '../domain/errors';
import { PlatformFault, type Actor, type Ports } from '../ports';
import { getAvailability, POLL_PATIENCE_MS } from './get-availability';
import { renderConfig, type LabelsByLocale } from './get-widget-config';
import { accountOf } from './visitor-key';

export interface PortalInput {
  projectId?: string | undefined;
  portalId?: string | undefined;
  locale?: string | undefined;
  resumes?: true | undefined;
}

type OwnNeeds = Pick<Ports, 'report'> & {
  conversations: Pick<Ports['conversations'], 'pulse'>;
  conversationIndex: Pick<Ports['conversationIndex'], 'ofAccount'>;
};

type Needs = OwnNeeds &
  Pick<Ports, 'publicRecords' | 'seenPages' | 'clock' | 'report'> & {
    desks: Pick<Ports['desks'], 'widgetOfProject' | 'widgetOfServiceDesk'>;
  };

/** What the portal frame shows to customers and anonymous visitors: the public answer, and their own conversation. */
export async function getPortalAvailability(
  ports: Needs,
  labels: LabelsByLocale,
  actor: Actor,
  input: PortalInput,
  /** Where the frame is, as the platform says: there it learns of no other one. */
  portal: string | null,
): Promise<Result<PortalAvailability>> {
  if (portal !== null && (input.portalId ?? portal) !== portal) {
    return refuse('not-found', 'This page belongs to another portal.');
  }
  if (input.projectId === undefined && input.portalId === undefined) {
    return refuse('invalid-request', 'Name the portal or the project.');
  }
  const { clock } = ports;
  try {
    return succeed(await clock.within(POLL_PATIENCE_MS, answer(ports, labels, actor, input, portal)));
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error;
    ports.report.failure('a request failed', error, { function: 'getPortalAvailability' });
    // As the web trigger answers. An error would leave pages with the last answer they had, perhaps "online".
    return succeed(degradedAvailability(clock.now()));
  }
}

async function answer(
  ports: Needs,
  labels: LabelsByLocale,
  actor: Actor,
  { projectId, portalId, locale, resumes }: PortalInput,
  portal: string | null,
): Promise<PortalAvailability> {
  const widgetId = await widgetIn(ports, portal ?? portalId, projectId);
  if (widgetId === null) return disabledAvailability(ports.clock.now());
  const account = accountOf(actor);
  const reading = ports.publicRecords.config(widgetId);
  const [availability, config, conversation] = await Promise.all([
    getAvailability(ports, widgetId),
    reading,
    account === null
      ? null
      : reading.then((found) => found && conversationOf(ports, found.projectId, account)),
  ]);
  // Somebody in mid-conversation finds it again, whatever is hidden from those who have none.
  const isDrawn = availability.state !== 'hidden' || conversation !== null || resumes === true;
  if (!config || availability.state === 'disabled' || !isDrawn) return availability;
  await ports.seenPages.note(widgetId, PORTAL, config.allowedOrigins);
  const {
    allowedOrigins: _origins,
    anonymous: _policy,
    ...widget
  } = renderConfig(config, labels, locale ?? null);
  const personal = { widgetId, identified: account !== null, ...(conversation && { conversation }) };
  const line = config.portalLine && { line: true as const };
  return { ...availability, widget: { ...widget, ...line, ...personal } };
}

/** Of the portal; where a project is named too, it is to be that portal's. */
async function widgetIn(
  { desks }: Pick<Needs, 'desks'>,
  portal: string | undefined,
  projectId: string | undefined,
): Promise<string | null> {
  const ofProject = projectId === undefined ? undefined : await desks.widgetOfProject(projectId);
  if (portal === undefined) return ofProject ?? null;
  const ofPortal = await desks.widgetOfServiceDesk(portal);
  return ofProject === undefined || ofProject === ofPortal ? ofPortal : null;
}

/** Null also when it cannot be told now: the state is worth knowing without it. */
async function conversationOf(
  { conversations, conversationIndex, report }: OwnNeeds,
  projectId: string,
  account: string,
): Promise<OwnConversation | null> {
  try {
    const id = await conversationIndex.ofAccount(projectId, account);
    const pulse = id === null ? null : await conversations.pulse(id);
    return id !== null && pulse?.account === account ? { id, ended: pulse.ended } : null;
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault;
    report.failure('a visitor’s own conversation was not found', fault);
    return null;
  }
}
