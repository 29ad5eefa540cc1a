import { z } from 'zod';
import { SEED_PEOPLE, type SeedPerson } from '../records/people';
import { SEED_AGENTS, SEED_CUSTOMERS, SEED_PROJECTS } from '../projects';

/** What a local Jira keeps about people. */
export interface DirectoryRecords {
  people: SeedPerson[];
  /** Account ids by project id. */
  agents: Record<string, string[]>;
  /** The same, for the customers of service projects. */
  customers: Record<string, string[]>;
  /** Of the account that was made last; ids are never given twice. */
  lastNumber: number;
}

export function seedRecords(): DirectoryRecords {
  const accountIds = new Map(SEED_PEOPLE.map(({ seedName, accountId }) => [seedName, accountId]));
  const agents = SEED_PROJECTS.map(({ id, key }): [string, string[]] => [
    id,
    (SEED_AGENTS[key] ?? []).flatMap((seedName) => accountIds.get(seedName) ?? []),
  ]);
  return {
    people: SEED_PEOPLE.map((person) => ({ ...person })),
    agents: Object.fromEntries(agents),
    customers: Object.fromEntries(
      SEED_PROJECTS.map(({ id, key }): [string, string[]] => [
        id,
        (SEED_CUSTOMERS[key] ?? []).flatMap((seedName) => accountIds.get(seedName) ?? []),
      ]),
    ),
    lastNumber: SEED_PEOPLE.length,
  };
}

export const directorySchema: z.ZodType<DirectoryRecords> = z.object({
  people: z.array(
    z.object({
      seedName: z.string(),
      accountId: z.string(),
      name: z.string(),
      email: z.string(),
      kind: z.enum(['licensed', 'customer']),
      active: z.boolean(),
      timezone: z.string(),
      locale: z.string(),
      addressVisible: z.boolean().optional(),
    }),
  ),
  agents: z.record(z.string(), z.array(z.string())),
  customers: z.record(z.string(), z.array(z.string())),
  lastNumber: z.int(),
});
