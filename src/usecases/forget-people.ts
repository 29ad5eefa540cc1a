import type { ConversationPage } from '../domain/conversation-listing';
import { accountsIn } from '../domain/conversation-erasure';
import { removePerson } from '../domain/desk-upkeep';
import { ERASED_PERSON } from '../domain/log-entry';
import type { Ports } from '../ports';
import { changeDesk } from './change-desk';
import { eraseInBlocks } from './erase-in-blocks';

/** Atlassian asks for a report every seven days. */
const REPORT_EVERY_MS = 7 * 24 * 60 * 60 * 1_000;

/** Rule S10: at once off every roster; the rest of the traces by a job. */
export async function removeFromRosters(ports: Ports, accountId: string): Promise<void> {
  for (const { projectId } of await ports.desks.list()) {
    await changeDesk(ports, projectId, (desk, now) => removePerson(desk, accountId, now));
  }
}

/** Erases every trace of a closed or deleted account. Idempotent. */
export async function erasePerson(ports: Ports, accountId: string): Promise<void> {
  await removeFromRosters(ports, accountId);
  await ports.agents.erase(accountId);
  await ports.schedules.erase(accountId);
  for (const { projectId } of await ports.desks.list()) {
    await ports.log.erase(projectId, accountId);
    await eraseInBlocks(ports, projectId, accountId);
    await ports.conversationIndex.forgetAccount(projectId, accountId);
    await ports.jobs.push({ kind: 'erase-in-chats', accountId, projectId, cursor: null });
  }
}

async function* conversationsOf(
  { conversationIndex, conversations }: Pick<Ports, 'conversationIndex' | 'conversations'>,
  projectId: string,
): AsyncGenerator<Parameters<typeof accountsIn>[0]> {
  let cursor: string | null = null;
  do {
    const page: ConversationPage = await conversationIndex.pass(projectId, cursor);
    for (const listed of page.conversations)
      yield listed.moreAuthors ? ((await conversations.read(listed.id)) ?? listed) : listed;
    cursor = page.cursor;
  } while (cursor !== null);
}

/** True when the weekly report of personal data is due. */
export async function isReportDue({ site, clock }: Pick<Ports, 'site' | 'clock'>): Promise<boolean> {
  const last = await site.reportedAt();
  return last === null || clock.now() - last >= REPORT_EVERY_MS;
}

/** Reports every account id that is stored, and erases those whose accounts were closed. */
export async function reportPeople(ports: Ports): Promise<void> {
  if (!(await isReportDue(ports))) return;
  const now = ports.clock.now();
  const listing = await ports.desks.list();
  const accounts = new Set([...(await ports.agents.accounts()), ...(await ports.schedules.accounts())]);
  for (const { projectId } of listing) {
    const desk = await ports.desks.read(projectId);
    for (const [accountId, { status }] of Object.entries(desk?.roster ?? {})) {
      accounts.add(accountId);
      if (status.kind === 'put-offline') accounts.add(status.by);
    }
    for (const { by } of desk?.closures ?? []) if (by !== ERASED_PERSON) accounts.add(by);
    for (const accountId of await ports.log.accounts(projectId)) accounts.add(accountId);
    for (const { by, account } of await ports.blocks.list(projectId))
      for (const accountId of [by, account]) if (accountId !== null) accounts.add(accountId);
    for await (const conversation of conversationsOf(ports, projectId)) {
      for (const accountId of accountsIn(conversation)) accounts.add(accountId);
    }
  }
  const updatedAt = new Date(now).toISOString();
  const closed = await ports.privacy.closedAccounts(
    [...accounts].map((accountId) => ({ accountId, updatedAt })),
  );
  for (const accountId of closed) await ports.jobs.push({ kind: 'erase', accountId });
  await ports.site.saveReportedAt(now);
}
