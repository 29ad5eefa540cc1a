import type { Context } from 'hono';
import type { JiraActor } from '../jira/records/jira-actor';
import { messagePage } from './message-page';
import type { Visitor, VisitorEnv } from './visitor';

export const actorOf = ({ person }: Visitor): JiraActor =>
  person ? { kind: 'user', accountId: person.accountId } : { kind: 'none' };

export function noSuchRequestPage(c: Context<VisitorEnv>) {
  const link = { href: `/as/${c.get('visitor').pathName}/portal`, text: 'Go to the Help Center' };
  const sentence = 'It does not exist, or it is not yours to see.';
  return c.html(messagePage('There is no such request', sentence, link), 404);
}
