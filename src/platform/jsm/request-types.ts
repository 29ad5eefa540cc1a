import { route } from '@forge/api';
import { z } from 'zod';
import type { ServiceDesk } from '../../jira-ports';
import type { JiraClient } from '../jira-client';

/** Fields that a chat fills by itself. */
const FILLED = new Set(['summary', 'description']);

const types = z.object({ values: z.array(z.object({ id: z.string(), name: z.string() })) });
const form = z.object({
  requestTypeFields: z.array(
    z.object({
      fieldId: z.string(),
      name: z.string(),
      required: z.boolean(),
      defaultValues: z.array(z.unknown()).optional(),
    }),
  ),
});

/** As what a chat can be raised, and which fields stand in its way. */
export const requestTypes = (jira: JiraClient): Pick<ServiceDesk, 'requestTypes'> => ({
  async requestTypes(serviceDeskId) {
    const answer = await jira.ask(
      'app',
      route`/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype?limit=100`,
      types,
    );
    return Promise.all(
      (answer?.values ?? []).map(async ({ id, name }) => ({
        id,
        name,
        missing: await missingFields(jira, serviceDeskId, id),
      })),
    );
  },
});

async function missingFields(jira: JiraClient, serviceDeskId: string, typeId: string): Promise<string[]> {
  const answer = await jira.ask(
    'app',
    route`/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype/${typeId}/field`,
    form,
  );
  return (answer?.requestTypeFields ?? [])
    .filter(
      ({ fieldId, required, defaultValues = [] }) =>
        required && !FILLED.has(fieldId) && defaultValues.length === 0,
    )
    .map(({ name }) => name);
}
