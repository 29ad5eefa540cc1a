import { callsToMail, noteMailed } from '../domain/clock/call-notices';
import { wallClockAt, zoneOffsets } from '../domain/clock/zone-offsets';
import type { Desk } from '../domain/desk';
import { PlatformFault, type Ports } from '../ports';
import { changeDesk } from './change-desk';

type Needs = Parameters<typeof changeDesk>[0] &
  Pick<Ports, 'clock' | 'report'> & {
    jira: Pick<Ports['jira'], 'notify'>;
    conversationIndex: Pick<Ports['conversationIndex'], 'page'>;
  };

/**
 * Rule H2: a roll call that was not answered for two minutes is sent by Jira's mail, once. Jira mails about requests only: it is
 * the one of the newest chat; in a space without any nobody is mailed. What fails is not sent again. Never throws PlatformFault.
 */
export async function mailRollCalls(ports: Needs, desk: Desk): Promise<void> {
  const { clock, conversationIndex, jira, report } = ports;
  if (callsToMail(desk, clock.now()).length === 0) return;
  const { projectId } = desk;
  try {
    const { conversations } = await conversationIndex.page(projectId, 'all', null);
    const carrier = conversations.find(({ issue, failure }) => issue !== null && failure === null);
    if (!carrier?.issue) return;
    let called: ReturnType<typeof callsToMail> = [];
    const noted = await changeDesk(ports, projectId, (current, now) => {
      // Found again after a write of which nothing was heard, they are noted already: then this one has them still.
      const due = callsToMail(current, now);
      if (due.length > 0) called = due;
      return noteMailed(current, now);
    });
    if (!noted.ok) return;
    // Names of spaces are asked for by people only.
    const space = carrier.issue.key.replace(/-\d+$/, '');
    for (const call of called) {
      const zone = desk.roster[call.accountId]?.schedule?.zone ?? 'UTC';
      const mail = mailOf(space, shown(zone, call.from), shown(zone, call.until));
      await jira.notify(carrier.issue.key, [call.accountId], mail);
    }
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault;
    report.failure('an agent was not mailed that their working hours have begun', fault);
  }
}

/** `HH:MM` where they work. */
const shown = (zone: string, at: number): string =>
  new Date(wallClockAt(zoneOffsets(zone, at, at), at)).toISOString().slice(11, 16);

/** In English: Jira does not tell an app which language somebody reads. */
const mailOf = (space: string, from: string, until: string): { subject: string; text: string } => ({
  subject: `Are you there? Your working hours in ${space} began at ${from}`,
  text:
    `Customers of ${space} read that someone is expected until ${until}. ` +
    'Open Jira and choose “I’m here” in Frontdesk, or “Not today”.',
});
