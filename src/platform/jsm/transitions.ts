import { route } from '@forge/api';
import * as z from 'zod';
import {
  chosenWay,
  endings,
  plainWay,
  wayBack,
  wayBackTo,
  type Way,
  type WorkflowStep,
} from '../../domain/ways';
import type { ServiceDesk } from '../../jira-ports';
import { PlatformFault, type Clock } from '../../ports';
import type { JiraActor, JiraClient } from '../jira-client';
import { finalWays } from './final-ways';
import { changeOf } from './request-change';

const option = z.object({ id: z.string(), name: z.string() });
const field = z.object({
  name: z.string(),
  required: z.boolean(),
  hasDefaultValue: z.boolean().optional(),
  // Of fields of other kinds, values have other forms: those cannot be filled in here anyway.
  allowedValues: z.array(option).optional().catch(undefined),
});
const answer = z.object({
  transitions: z.array(
    z.object({
      id: z.string(),
      name: z.string().optional(),
      isAvailable: z.boolean().optional(),
      to: z.object({ name: z.string().optional(), statusCategory: z.object({ key: z.string() }) }),
      fields: z.record(z.string(), field).optional(),
    }),
  ),
});

/** From one status of a request to another, as far as its workflow has a way. */
export function transitions(
  jira: JiraClient,
  clock: Clock,
): Pick<ServiceDesk, 'reopen' | 'mayReopen' | 'openAgain' | 'ways' | 'resolve'> {
  const known = finalWays(clock);

  async function steps(as: JiraActor, issueKey: string): Promise<WorkflowStep[] | null> {
    const path = route`/rest/api/3/issue/${issueKey}/transitions?expand=transitions.fields`;
    const listed = await jira.ask(as, path, answer);
    return listed && listed.transitions.filter(({ isAvailable }) => isAvailable !== false).map(stepOf);
  }

  const take = (as: JiraActor, issueKey: string, { id, resolution }: Pick<Way, 'id' | 'resolution'>) => {
    const fields = resolution && { resolution: { id: resolution.id } };
    const body = { transition: { id }, ...(fields && { fields }) };
    return jira.change(as, 'POST', route`/rest/api/3/issue/${issueKey}/transitions`, body, z.unknown());
  };

  /** Is there a way back, now that it has ended? It is not known before: Jira tells of the present status only. */
  async function finality(issueKey: string, way: Way): Promise<{ final?: boolean }> {
    const before = known.isFinal(issueKey, way);
    if (before !== undefined) return { final: before };
    try {
      const listed = await steps('user', issueKey);
      if (!listed) return {};
      const final = wayBack(listed) === null;
      known.note(issueKey, way, final);
      return { final };
    } catch (fault) {
      if (fault instanceof PlatformFault) return {};
      throw fault;
    }
  }

  return {
    async reopen(issueKey) {
      const way = wayBack((await steps('app', issueKey)) ?? []);
      return way !== null && (await take('app', issueKey, { id: way.id, resolution: null })).ok;
    },

    mayReopen: async (issueKey) => wayBack((await steps('app', issueKey)) ?? []) !== null,

    async openAgain(issueKey, status) {
      const listed = await steps('user', issueKey);
      if (!listed) return { done: false, why: 'gone', says: [] };
      const way = wayBackTo(listed, status);
      if (!way) return { done: false, why: 'no-way', says: [] };
      return changeOf(await take('user', issueKey, { id: way.id, resolution: null }));
    },

    ways: async (issueKey) =>
      endings((await steps('user', issueKey)) ?? []).map((way) =>
        known.isFinal(issueKey, way) === true ? { ...way, final: true } : way,
      ),

    async resolve(issueKey, chosen) {
      const listed = await steps('user', issueKey);
      if (!listed) return { done: false, why: 'gone', says: [] };
      const ways = endings(listed);
      if (ways.length === 0) return { done: false, why: 'no-way', says: [] };
      const way = chosen ? chosenWay(ways, chosen.transitionId, chosen.resolutionId) : plainWay(ways);
      if (!way) return { done: false, why: 'which', says: [...new Set(ways.map(({ name }) => name))] };
      if (way.wants.length > 0) return { done: false, why: 'wants', says: way.wants };
      const change = changeOf(await take('user', issueKey, way));
      return change.done ? { ...change, ...(await finality(issueKey, way)) } : change;
    },
  };
}

function stepOf({ id, name, to, fields = {} }: z.infer<typeof answer>['transitions'][number]): WorkflowStep {
  const status = to.name ?? '';
  const required = Object.entries(fields)
    .filter(([, each]) => each.required && each.hasDefaultValue !== true)
    .map(([fieldId, each]) => ({ id: fieldId, name: each.name, options: each.allowedValues ?? [] }));
  return { id, name: name ?? status, to: status, category: to.statusCategory.key, required };
}
