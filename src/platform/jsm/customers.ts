import { route, type Route } from '@forge/api';
import * as z from 'zod';
import { Undeliverable, type ServiceDesk } from '../../jira-ports';
import { JiraRefused } from '../../ports';
import type { JiraClient } from '../jira-client';
import type { Schema } from '../jira-request';

const account = z.object({ accountId: z.string() });
const person = account.extend({
  emailAddress: z.string().nullish(),
  active: z.boolean().optional(),
  accountType: z.string().optional(),
});
type Person = z.infer<typeof person>;
const access = z.object({
  accountType: z.string(),
  applicationRoles: z.object({ size: z.number() }).optional(),
});

/** Of operations that may change without notice: without it Jira Service Management answers 412. */
const OPT_IN = { 'X-ExperimentalApi': 'opt-in' };

/** Who the customers of a service desk are, and who takes part in a request. */
export function customers(
  jira: JiraClient,
): Pick<ServiceDesk, 'customer' | 'accountsFoundBy' | 'addParticipant'> {
  const add = (path: Route, accountId: string) =>
    jira.change('app', 'POST', path, { accountIds: [accountId] }, z.unknown());

  /** Null: 404, or the app may not know. */
  async function look<T>(
    path: Route,
    schema: Schema<T>,
    headers?: Record<string, string>,
  ): Promise<T | null> {
    try {
      return await jira.ask('app', path, schema, undefined, headers);
    } catch (fault) {
      if (fault instanceof JiraRefused) return null;
      throw fault;
    }
  }

  const search = (address: string): Promise<Person[] | null> =>
    look(route`/rest/api/3/user/search?query=${address}`, z.array(person));

  async function isColleague({ accountId, accountType }: Person): Promise<boolean> {
    if (accountType === 'customer') return false;
    const path = route`/rest/api/3/user?accountId=${accountId}&expand=applicationRoles`;
    const known = await look(path, access);
    // An Atlassian account may be a customer's as well: one to which no application of the site is open.
    return known?.accountType !== 'customer' && known?.applicationRoles?.size !== 0;
  }

  return {
    async customer(serviceDeskId, { email, name, colleagues }) {
      const desk = await look(
        route`/rest/servicedeskapi/servicedesk/${serviceDeskId}/customer?query=${email}`,
        z.object({ values: z.array(person) }),
        OPT_IN,
      );
      const known = withAddress(desk?.values, email);
      const mayBe = async (found: Person): Promise<boolean> => colleagues || !(await isColleague(found));
      if (known) {
        if (await mayBe(known)) return known.accountId;
        throw new Undeliverable('refused');
      }
      const made = await jira.change(
        'app',
        'POST',
        route`/rest/servicedeskapi/customer`,
        { email, displayName: name },
        account,
      );
      let accountId = made.ok ? made.value.accountId : null;
      if (accountId === null) {
        // Refused for an address that has an account already, also where the app may make none.
        const users = await search(email);
        const found = withAddress(users, email);
        if (!found || !(await mayBe(found))) throw new Undeliverable('refused');
        accountId = found.accountId;
      }
      // Refused where the app may not, and not needed where the desk is open to everybody: what is done next tells.
      await add(route`/rest/servicedeskapi/servicedesk/${serviceDeskId}/customer`, accountId);
      return accountId;
    },

    accountsFoundBy: async (address) => ((await search(address)) ?? []).map(({ accountId }) => accountId),

    async addParticipant(issueKey, accountId) {
      const added = await add(route`/rest/servicedeskapi/request/${issueKey}/participant`, accountId);
      if (!added.ok) throw new Undeliverable(added.status === 404 ? 'request-gone' : 'refused');
    },
  };
}

/**
 * The one of whom Jira says that this is their address. Searches find names as well, and addresses that they do not
 * show: neither proves anything. Closed accounts are nobody's.
 */
const withAddress = (people: Person[] | null | undefined, email: string): Person | undefined =>
  people?.find(
    ({ emailAddress, active }) => active !== false && emailAddress?.toLowerCase() === email.toLowerCase(),
  );
