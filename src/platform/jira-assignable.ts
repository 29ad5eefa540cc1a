import { route } from '@forge/api';
import * as z from 'zod';
import type { Person } from '../domain/person';
import type { Clock } from '../ports';
import type { JiraClient } from './jira-client';
import { notePerson, personOf } from './jira-people';

/**
 * Jira takes so many people whose names begin as asked, and answers those of them who can be assigned: a small number would
 * find nobody on a site with many others. It is also the most that Jira looks at.
 */
const LOOKED_AT = 1_000;

const users = z.array(z.looseObject({ accountType: z.string().optional(), active: z.boolean().optional() }));

/** Asked as the acting person, who can assign requests. Throws PlatformFault, also for 404: the request is not theirs to see. */
export async function assignablePeople(
  jira: JiraClient,
  clock: Clock,
  issueKey: string,
  query: string,
): Promise<Person[]> {
  // `query` is sent also where it is empty: Jira says that it is required.
  const path = route`/rest/api/3/user/assignable/search?issueKey=${issueKey}&query=${query}&maxResults=${String(LOOKED_AT)}`;
  const found = (await jira.ask('user', path, users)) ?? [];
  return found
    .filter(({ accountType = 'atlassian', active }) => accountType === 'atlassian' && active !== false)
    .flatMap((user) => {
      notePerson(clock, user);
      return personOf(user) ?? [];
    });
}
