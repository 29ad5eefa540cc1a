import { beforeAll, describe, expect, it } from 'vitest';
import { InvokeRefused } from '../../local/invoke-refused';
import type { SiteDriver } from '../support/a-site';
import { aSiteOfRoles, ROLES, row, type Role, type Row, type Verdict } from '../support/roles';

let app: SiteDriver;

/** Of actions, which an agent of Rovo asks on behalf of a person; it talks to nobody without a licence. */
const ACTIONS: Record<string, Row> = {
  'is-somebody-there': row('+ + + + + + - - 0', async () => ({ projectKey: 'SUP' })),
};

const verdictOfAction = async (account: string, action: string, inputs: unknown): Promise<Verdict> => {
  const asked = { account, action, inputs: inputs as Record<string, unknown> };
  const answer = await app.site.act(asked).catch((refused: unknown) => {
    if (refused instanceof InvokeRefused) return null;
    throw refused;
  });
  if (answer === null) return 'not-allowed';
  return typeof answer === 'object' && 'errors' in answer ? 'not-found' : 'ok';
};

beforeAll(async () => {
  app = await aSiteOfRoles();
});

describe('R8: who may have an action done', () => {
  it('has a row for every action of the manifest, and for no other', () => {
    expect(Object.keys(ACTIONS)).toEqual(app.site.manifest.actions.map(({ key }) => key));
  });

  const actionCells = Object.entries(ACTIONS).flatMap(([action, { payload, expected }]) =>
    Object.entries(expected).map(([role, verdict]) => [action, role as Role, verdict, payload] as const),
  );

  it.each(actionCells)('action %s by %s: %s', async (action, role, verdict, payload) => {
    expect(await verdictOfAction(ROLES[role], action, await payload())).toBe(verdict);
  });
});
