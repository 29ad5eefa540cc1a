import type { Why, WhyRule } from '../contract/clock';
import { HORIZON_MS } from '../domain/limits';
import { whyAt, type WhyRule as Found } from '../domain/clock/why';
import type { WhyKind } from '../domain/clock/why-kinds';
import { newDesk } from '../domain/desk';
import { refuse, succeed, type Result } from '../domain/errors';
import type { Actor, Ports } from '../ports';
import { personIn } from './inbox-rows';
import { FOR_SHOW, hasPart, rolesIn } from './standing';

type Needs = Pick<Ports, 'clock' | 'desks'> & { jira: Pick<Ports['jira'], 'myRoles' | 'people'> };

const notTheirs = refuse(
  'not-allowed',
  'Only agents and admins of this space can see why it’s online or offline. Ask a space admin to make you one.',
);

const notKnown = refuse(
  'invalid-request',
  'Why can be told of now and the coming 14 days. Choose a time within them.',
);

/** A page's clock may be behind. */
const PAST_MS = 60_000;

/** Rule H7: what customers see at a moment, and the chain of rules that makes it so, agent by agent. */
export async function getWhy(
  ports: Needs,
  actor: Actor,
  {
    projectId,
    at,
    visitorZone,
  }: { projectId: string; at?: string | undefined; visitorZone?: string | undefined },
): Promise<Result<Why>> {
  const found = await rolesIn(ports, actor, projectId, FOR_SHOW);
  if (!found.ok) return found;
  if (!hasPart(found.value, projectId)) return notTheirs;
  const now = ports.clock.now();
  const asked = at === undefined ? now : Date.parse(at);
  if (asked < now - PAST_MS || asked >= now + HORIZON_MS) return notKnown;
  const moment = Math.max(asked, now);
  const desk = (await ports.desks.read(projectId)) ?? newDesk(projectId);
  const why = whyAt(desk, moment, now, visitorZone ?? null);
  const named = why.agents.flatMap(({ accountId, rules }) => [
    accountId,
    ...rules.flatMap(({ facts: { by } }) => (typeof by === 'string' ? [by] : [])),
  ]);
  const people = await ports.jira.people([...new Set(named)]);
  const nameOf = (accountId: string): string => people.get(accountId)?.name ?? '';
  const { state, expected, nextExpected, until, nextOnlineAt } = why;
  return succeed({
    at: new Date(moment).toISOString(),
    state,
    expected,
    nextExpected,
    until,
    nextOnlineAt,
    rules: why.rules.map((rule) => told(rule, nameOf)),
    agents: why.agents.map((agent) => ({
      ...personIn(people, agent.accountId),
      state: agent.state,
      rules: agent.rules.map((rule) => told(rule, nameOf)),
    })),
  });
}

/** Instants are numbers in the domain, and nothing else is that large. */
const LEAST_INSTANT = 1e11;

function told({ id, kind, facts, decides }: Found, nameOf: (accountId: string) => string): WhyRule {
  const said = Object.entries(facts).map(([name, fact]) => {
    if (name === 'by') return [name, nameOf(String(fact))];
    const isInstant = typeof fact === 'number' && fact > LEAST_INSTANT;
    return [name, isInstant ? new Date(fact).toISOString() : String(fact)];
  });
  const known = Object.fromEntries(said) as Record<string, string>;
  return { id, kind, facts: known, decides, text: sentence(kind, known) };
}

/** In English, for programs; pages say it in the reader's language by `kind`. What is in brackets needs its fact. */
const SENTENCES: Record<WhyKind, string> = {
  disabled: 'Chat isn’t turned on in this space.',
  always: 'The chat can be seen at any time.',
  'project-open': 'It’s within the space’s hours ({zone})[, until {until}].',
  'project-outside': 'It’s outside the space’s hours ({zone}).[ They begin again at {until}.]',
  'customer-open': 'It’s within the hours in the customer’s own time ({zone})[, until {until}].',
  'customer-outside':
    'It’s outside the hours in the customer’s own time ({zone}).[ They begin again at {until}.]',
  'customer-unknown': 'Hours are in the customer’s own time, which their page decides.',
  closed: 'The chat is closed until {until}.[ {message}]',
  'not-closed': 'The chat isn’t closed.',
  someone: 'Agents online: {count}.',
  nobody: 'No agent is online.',
  expected: 'No agent is online. Expected, if they say that they’re there: {count}.',
  hides: 'The chat is hidden while nobody is online.',
  'online-by-hand': 'Online by hand[, until {until}].',
  'online-by-schedule': 'Online by schedule[, until {until}].',
  asked: 'Online if they say that they’re there at {asked}[, until {slotEnd}].',
  break: 'On a break until {until}.',
  'put-offline': 'Set to offline by {by} at {since}.[ {reason}]',
  'offline-by-hand': 'Went offline at {since}.',
  'time-ended': 'The online time ended at {until}.',
  missed: 'Didn’t say that they’re there between {asked} and {until}.',
  'not-today': 'Said that they don’t work on that day.',
  'saved-later': 'Saved their schedule at {at}, after these working hours began.',
  'counts-later':
    'The schedule has counted here since {at}. Before that, chat was off or they weren’t an agent here.',
  'no-slot': 'Outside their working hours.',
  'no-schedule': 'Has no schedule here.',
  'next-asked': 'They’re asked next at {at}.',
  'next-online': 'Online next at {at}.',
};

function sentence(kind: WhyKind, facts: Record<string, string>): string {
  const isKnown = (part: string): boolean =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => facts[name]);
  return SENTENCES[kind]
    .replace(/\[([^\]]*)\]/g, (_all, part: string) => (isKnown(part) ? part : ''))
    .replace(/\{(\w+)\}/g, (_all, name: string) => facts[name] ?? '');
}
