import type { InvocationError } from '@forge/events';
import type { Job } from './domain/job';
import { orAgain, type Repeatable } from './platform/again';
import { forgePorts as ports } from './platform/forge-ports';
import { heedPause } from './platform/jira-pause';
import { parseJob } from './platform/parse-job';
import { carryOutDecision, eraseRejected } from './usecases/carry-out-decision';
import { checkAgents } from './usecases/check-agents';
import { deliverMessages } from './usecases/deliver-messages';
import { deliverWaiting } from './usecases/deliver-waiting';
import { eraseChat } from './usecases/erase-chat';
import { eraseInChat, eraseInChats } from './usecases/erase-in-chats';
import { followQuietly } from './usecases/follow-quietly';
import { erasePerson, isReportDue, reportPeople } from './usecases/forget-people';
import { keepSchedule, keepSchedules } from './usecases/keep-schedules';
import { noteWaits } from './usecases/note-waits';
import { noticeLeavers } from './usecases/notice-leavers';
import { tellFacts } from './usecases/tell-facts';
import { settleDesks, sweepDesks } from './usecases/settle-desks';

/** The queue's consumer. Deliveries come late and twice: every job reads what is and does what is left to do. */
export async function runJob(event: Repeatable & { body?: unknown }): Promise<InvocationError | undefined> {
  const job = parseJob(event.body);
  if (job) return orAgain(event, () => run(job));
  ports.report.warn('a job of an unknown kind was dropped');
  return undefined;
}

async function run(job: Job): Promise<void> {
  switch (job.kind) {
    case 'settle':
      return settleDesks(ports, job.projectIds, job.renew);
    case 'check-agents':
      return checkAgents(ports, job.whom);
    case 'deliver':
      // Before the attempt is written down: it would have to be looked for.
      heedPause(ports.clock);
      await deliverMessages(ports, job.conversationId);
      return;
    case 'deliver-waiting':
      heedPause(ports.clock);
      return deliverWaiting(ports, job);
    case 'follow':
      heedPause(ports.clock);
      return followQuietly(ports, job.conversationId);
    case 'tell-facts':
      heedPause(ports.clock);
      return tellFacts(ports, job.conversationId);
    case 'erase-chat':
      return eraseChat(ports, job.conversationId, job.from);
    case 'erase-rejected':
      return eraseRejected(ports, job.conversationId);
    case 'decide-held':
      return carryOutDecision(ports, job);
    case 'erase':
      return erasePerson(ports, job.accountId);
    case 'erase-in-chats':
      return eraseInChats(ports, job);
    case 'erase-in-chat':
      return eraseInChat(ports, job);
    case 'notice-leavers':
      return noticeLeavers(ports, [job]);
    case 'note-waits':
      return noteWaits(ports, job);
    case 'keep-schedule':
      return keepSchedule(ports, job);
    case 'keep-schedules':
      return keepSchedules(ports, job);
    case 'report-people':
      return reportPeople(ports);
  }
}

/** Every five minutes. */
export async function sweep(): Promise<{ statusCode: number }> {
  await sweepDesks(ports);
  if (await isReportDue(ports)) await ports.jobs.push({ kind: 'report-people' });
  return { statusCode: 204 };
}
