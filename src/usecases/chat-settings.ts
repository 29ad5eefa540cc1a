import { refuse, succeed, type Result } from '../domain/errors';
import { note } from '../domain/settings-transitions';
import type { RequestTypeChoice } from '../contract/settings';
import type { Actor, Ports } from '../ports';
import { changeDesk } from './change-desk';
import { administratorsOnly, rolesIn } from './standing';

/** Which request types chats can be raised as, and why not the others. */
export async function getRequestTypes(
  ports: Pick<Ports, 'jira' | 'serviceDesk'>,
  actor: Actor,
  { projectId }: { projectId: string },
): Promise<Result<{ requestTypes: RequestTypeChoice[] }>> {
  const allowed = administratorsOnly(await rolesIn(ports, actor, projectId), projectId);
  if (!allowed.ok) return allowed;
  const serviceDeskId = await ports.jira.serviceDeskId(projectId);
  if (serviceDeskId === null) {
    return refuse('invalid-request', 'Chat needs a service space. This space has no customer portal.');
  }
  const types = await ports.serviceDesk.requestTypes(serviceDeskId);
  return succeed({
    requestTypes: types.map(({ id, name, missing }) => ({ id, name, usable: missing.length === 0, missing })),
  });
}

/** A new secret for signed identity, shown once; tokens that were signed with the old one are refused from now on. */
export async function renewIdentitySecret(
  ports: Ports,
  actor: Actor,
  { projectId }: { projectId: string },
): Promise<Result<{ secret: string }>> {
  const allowed = administratorsOnly(await rolesIn(ports, actor, projectId), projectId);
  if (!allowed.ok) return allowed;
  const secret = ports.random.secret();
  await ports.identities.saveSecret(projectId, secret);
  const operationId = ports.random.id();
  const logged = await changeDesk(ports, projectId, (desk, now) =>
    note(desk, { actor: actor.accountId, operationId, now }, 'renewed-identity-secret'),
  );
  return logged.ok ? succeed({ secret }) : logged;
}
