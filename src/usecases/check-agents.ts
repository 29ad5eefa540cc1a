import { checkedAt, checkParts, type AgentCheck } from '../domain/agent-checks';
import { removeFormerAgent } from '../domain/desk-upkeep';
import { CHECK_JOB_MS } from '../domain/jira-limits';
import { JiraRefused, PlatformFault, type Ports } from '../ports';
import { changeDesks } from './change-desk';

/** Questions in a row that Jira leaves unanswered before a job gives up: one account is not to hide the others. */
const UNANSWERED_MOST = 5;

/** Desks that are held at once: those of one call of storage. */
const READ_AT_ONCE = 25;

/**
 * The sweep's part in rule S10: who is online where, and who is promised, in jobs that ask Jira about each of them once for all
 * their projects. What cannot be read or queued now, the next sweep does.
 */
export async function queueAgentChecks(
  { desks, jobs, clock, report }: Pick<Ports, 'desks' | 'jobs' | 'clock' | 'report'>,
  projectIds: string[],
): Promise<void> {
  const places = new Map<string, string[]>();
  try {
    for (let start = 0; start < projectIds.length; start += READ_AT_ONCE) {
      const read = await desks.readMany(projectIds.slice(start, start + READ_AT_ONCE));
      for (const [projectId, desk] of read)
        for (const accountId of checkedAt(desk, clock.now()))
          places.set(accountId, [...(places.get(accountId) ?? []), projectId]);
    }
    const checks = [...places].map(([accountId, ids]) => ({ accountId, projectIds: ids }));
    for (const whom of checkParts(checks, clock.now())) await jobs.push({ kind: 'check-agents', whom });
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault;
    report.failure('who is to be checked was not queued; the next sweep will', fault);
  }
}

/**
 * Whoever is no agent any more leaves the desk (rule S10). Whom Jira will not check stays, unless their account is closed: an
 * app's account may be no Jira admin, and nothing else that Jira tells the app says who is an agent
 * (docs/decisions/015-what-jira-said-is-remembered.md). Idempotent, and right however late: it asks what is.
 */
export async function checkAgents(ports: Ports, whom: AgentCheck[]): Promise<void> {
  const { jira, clock, jobs, report } = ports;
  const begun = clock.now();
  const unchecked: AgentCheck[] = [];
  let unanswered = 0;
  for (const [index, { accountId, projectIds }] of whom.entries()) {
    if (clock.now() - begun > CHECK_JOB_MS) {
      await jobs.push({ kind: 'check-agents', whom: whom.slice(index) });
      break;
    }
    const agentIn = await orFault(jira.agentIn(accountId, projectIds));
    if (!(agentIn instanceof PlatformFault)) {
      unanswered = 0;
      const left = projectIds.filter((id) => !agentIn.has(id));
      await leave(ports, { accountId, projectIds: left });
      continue;
    }
    unanswered = agentIn instanceof JiraRefused ? 0 : unanswered + 1;
    if (agentIn.retryAfterMs !== null || unanswered > UNANSWERED_MOST) {
      report.failure('Jira could not say who is still an agent', agentIn);
      return;
    }
    report.failure('Jira could not say whether somebody is still an agent', agentIn);
    unchecked.push({ accountId, projectIds });
  }
  if (unchecked.length === 0) return;
  const closed = await orFault(jira.closed(unchecked.map(({ accountId }) => accountId)));
  if (closed instanceof PlatformFault) report.failure('Jira could not say whose account is closed', closed);
  else for (const each of unchecked) if (closed.has(each.accountId)) await leave(ports, each);
}

const leave = async (ports: Ports, { accountId, projectIds }: AgentCheck): Promise<void> =>
  void (await changeDesks(ports, projectIds, (desk, now) => removeFormerAgent(desk, accountId, now)));

const orFault = <T>(answer: Promise<T>): Promise<T | PlatformFault> =>
  answer.catch((fault: unknown) => {
    if (fault instanceof PlatformFault) return fault;
    throw fault;
  });
