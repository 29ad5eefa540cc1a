import { route } from '@forge/api';
import { z } from 'zod';
import { Undeliverable, type ServiceDesk } from '../../jira-ports';
import type { JiraClient } from '../jira-client';

const account = z.object({ accountId: z.string() });
const accounts = z.object({ values: z.array(account) });
const person = account.extend({ emailAddress: z.string().optional() });

/** Of operations that may change without notice: without it Jira Service Management answers 412. */
const OPT_IN = { 'X-ExperimentalApi': 'opt-in' };

/** Who the customers of a service desk are, and who takes part in a request. */
export function customers(jira: JiraClient): Pick<ServiceDesk, 'customer' | 'addParticipant'> {
  const add = (path: Parameters<typeof jira.change>[2], accountId: string) =>
    jira.change('app', 'POST', path, { accountIds: [accountId] }, z.unknown());

  return {
    async customer(serviceDeskId, email, name) {
      const known = await jira.ask(
        'app',
        route`/rest/servicedeskapi/servicedesk/${serviceDeskId}/customer?query=${email}`,
        z.object({ values: z.array(person) }),
        undefined,
        OPT_IN,
      );
      const same = withAddress(known?.values, email);
      if (same) return same.accountId;
      const made = await jira.change(
        'app',
        'POST',
        route`/rest/servicedeskapi/customer`,
        { email, displayName: name },
        account,
      );
      // Refused for somebody who has an account already, an agent even: they are a customer like any other here.
      const accountId = made.ok ? made.value.accountId : await accountWith(jira, email);
      if (accountId === null) throw new Undeliverable('refused');
      const added = await add(route`/rest/servicedeskapi/servicedesk/${serviceDeskId}/customer`, accountId);
      if (!added.ok) throw new Undeliverable('refused');
      return accountId;
    },

    async addParticipant(issueKey, accountId) {
      const known = await jira.ask(
        'app',
        route`/rest/servicedeskapi/request/${issueKey}/participant?limit=100`,
        accounts,
      );
      if (known?.values.some((participant) => participant.accountId === accountId)) return;
      const added = await add(route`/rest/servicedeskapi/request/${issueKey}/participant`, accountId);
      if (!added.ok) throw new Undeliverable(added.status === 404 ? 'request-gone' : 'refused');
    },
  };
}

async function accountWith(jira: JiraClient, email: string): Promise<string | null> {
  const users = await jira.ask('app', route`/rest/api/3/user/search?query=${email}`, z.array(person));
  // Jira may hide addresses; a search for a whole one then still finds its only owner.
  const same = withAddress(users, email) ?? (users?.length === 1 ? users[0] : undefined);
  return same?.accountId ?? null;
}

const withAddress = (
  people: z.infer<typeof person>[] | null | undefined,
  email: string,
): z.infer<typeof person> | undefined =>
  people?.find(({ emailAddress }) => emailAddress?.toLowerCase() === email.toLowerCase());
