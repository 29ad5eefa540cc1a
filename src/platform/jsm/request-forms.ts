import { route } from '@forge/api';
import * as z from 'zod';
import type { JiraClient } from '../jira-client';

/** Fields that a chat fills by itself. */
const FILLED = new Set(['summary', 'description']);

const PAGE = 100;

const type = z.object({ id: z.string(), name: z.string() });
const types = z.object({ values: z.array(type), isLastPage: z.boolean().optional() });
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

type RequestTypeName = z.infer<typeof type>;

/** All request types of a desk, without what they ask for. */
export async function listTypes(jira: JiraClient, serviceDeskId: string): Promise<RequestTypeName[]> {
  const all: RequestTypeName[] = [];
  for (;;) {
    const path = route`/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype?start=${String(all.length)}&limit=${String(PAGE)}`;
    const page = await jira.ask('app', path, types);
    all.push(...(page?.values ?? []));
    if (!page || page.values.length === 0 || page.isLastPage !== false) return all;
  }
}

/** What a type asks for that a chat does not fill. Null: there is no such type. */
export async function missingFields(
  jira: JiraClient,
  serviceDeskId: string,
  typeId: string,
): Promise<string[] | null> {
  const path = route`/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype/${typeId}/field`;
  const answer = await jira.ask('app', path, form);
  if (!answer) return null;
  return answer.requestTypeFields
    .filter(
      ({ fieldId, required, defaultValues = [] }) =>
        required && !FILLED.has(fieldId) && defaultValues.length === 0,
    )
    .map(({ name }) => name);
}
