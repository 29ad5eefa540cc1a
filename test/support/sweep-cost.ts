import { costOf, type Cost } from './cost-of';
import { HOUR, MINUTE } from './desk-builders';
import { aSweptSite } from './swept-site';

/** Spaces of one job. */
const PER_JOB = 10;
const SEEDED_SPACES = 2;

export interface SweepCosts {
  /** With those that every local site has. */
  spaces: number;
  jobs: number;
  /** Of the scheduled agents, at that time. */
  online: number;
  /** Where nothing changed by itself since the last. */
  quiet: Cost;
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
  const quiet = await sweep();
  await app.site.leap(11 * HOUR + 50 * MINUTE);
  const compiling = await sweep();
  close();
  const all = spaces + SEEDED_SPACES;
  return { spaces: all, jobs: Math.ceil(all / PER_JOB), online: onlineCount, quiet, compiling };
}
