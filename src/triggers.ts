import { forgePorts as ports } from './platform/forge-ports';
import { removeFromRosters } from './usecases/forget-people';
import { sweepDesks } from './usecases/settle-desks';

/** Installed or upgraded: the public address exists from the start, and public records have this version's form. */
export async function onLifecycle(): Promise<void> {
  await ports.webTriggerUrl();
  await sweepDesks(ports, true);
}

/** Rule S10: a deleted person is off every roster at once; the rest of their traces goes by a job. */
export async function onUserDeleted(event: { user?: { accountId?: unknown } }): Promise<void> {
  const accountId = event.user?.accountId;
  if (typeof accountId !== 'string') {
    ports.report.warn('a user-deleted event without an account id was dropped');
    return;
  }
  await removeFromRosters(ports, accountId);
  await ports.jobs.push({ kind: 'erase', accountId });
}
