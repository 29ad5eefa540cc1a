import { costOf, type Cost } from './cost-of';
import { HOUR, MINUTE } from './desk-builders';
import { aSweptSite } from './swept-site';

/** Spaces of one job, and desks that are read at once. */
const PER_JOB = 10;
const READ_AT_ONCE = 25;
const SEEDED_SPACES = 2;

export interface SweepCosts {
  /** With those that every local site has. */
  spaces: number;
  jobs: number;
  /** Calls of storage that read all desks once. */
  reads: number;
  /** Of the scheduled agents, at that time. */
  online: number;
  /** Where nothing changed by itself since the last. */
  quiet: Cost;
  /** Accounts about whom Jira was asked in it, once for each question. */
  asked: string[];
  /** One of the two a day in which schedules are compiled anew; nobody is online then. */
  compiling: Cost;
}

/** What sweeps cost where all of so many agents are scheduled in each of so many spaces. */
export async function sweepCosts(spaces: number, agents: number): Promise<SweepCosts> {
  const { app, close } = await aSweptSite(spaces, agents);
  const firstSpace = '20000';
  app.jira.grantAgent(app.accountId('ann'), firstSpace);
  const sweep = (): Promise<Cost> => costOf(app, () => app.clock.advance(5 * MINUTE));
  await sweep();
  const { onlineCount } = await app.value('ann', 'getPanel', { projectId: firstSpace });
  app.wire.forget();
  const quiet = await sweep();
  const asked = app.wire.calls.flatMap(({ call, body }) =>
    call.endsWith('/permissions/check') ? [accountOf(body)] : [],
  );
  await app.site.leap(11 * HOUR + 50 * MINUTE);
  const compiling = await sweep();
  close();
  const all = spaces + SEEDED_SPACES;
  const [jobs, reads] = [Math.ceil(all / PER_JOB), Math.ceil(all / READ_AT_ONCE)];
  return { spaces: all, jobs, reads, online: onlineCount, quiet, asked, compiling };
}

const accountOf = (body = '{}'): string => String((JSON.parse(body) as { accountId?: unknown }).accountId);
