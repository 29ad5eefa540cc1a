import type { AppUnderCheck } from './app-under-check';
import { placedModules, resourcesOf, valuesOf } from './manifest-references';

const UNLICENSED = new Set(['unlicensed', 'customer', 'anonymous']);

/** The events Frontdesk may listen to. Forge accepts any text and simply never calls for a wrong one. */
const EVENTS = new Set([
  'avi:forge:installed:app',
  'avi:forge:upgraded:app',
  'avi:jira:deleted:user',
  'avi:jira:commented:issue',
  'avi:jira:deleted:comment',
  'avi:jira:updated:issue',
  'avi:jira:deleted:issue',
]);

const SCHEDULED_TRIGGERS = 5;

/** Functions that may run longer than the 25 seconds that Forge gives a page. */
const BACKGROUND_KINDS = new Set(['consumer', 'scheduledTrigger']);

export function unlicensedAccessIsKnown({ manifest }: AppUnderCheck): string[] {
  return placedModules(manifest).flatMap(({ module }) => {
    const values = Array.isArray(module.unlicensedAccess) ? (module.unlicensedAccess as unknown[]) : [];
    return values
      .filter((value) => typeof value !== 'string' || !UNLICENSED.has(value))
      .map(
        (value) => `module ${module.key}: unlicensedAccess has the unknown value ${JSON.stringify(value)}`,
      );
  });
}

export function backgroundScriptIsUnconditional({ manifest }: AppUnderCheck): string[] {
  return placedModules(manifest)
    .filter(({ kind, module }) => kind === 'jira:globalBackgroundScript' && 'displayConditions' in module)
    .map(({ module }) => `module ${module.key}: a global background script takes no displayConditions`);
}

export function scheduledTriggersFit({ manifest }: AppUnderCheck): string[] {
  const count = manifest.modules.scheduledTrigger?.length ?? 0;
  if (count <= SCHEDULED_TRIGGERS) return [];
  return [`${count} scheduled triggers: Forge runs at most ${SCHEDULED_TRIGGERS}`];
}

export function eventsAreKnown({ manifest }: AppUnderCheck): string[] {
  return (manifest.modules.trigger ?? []).flatMap(({ key, events }) =>
    (Array.isArray(events) ? (events as unknown[]) : [])
      .filter((event) => typeof event !== 'string' || !EVENTS.has(event))
      .map((event) => `trigger ${key}: ${JSON.stringify(event)} is no event that is known here`),
  );
}

/** A function has one time limit, so pages and background work cannot share one. */
export function backgroundFunctionsAreTheirOwn({ manifest }: AppUnderCheck): string[] {
  const kinds = new Map<string, Set<string>>();
  for (const { kind, module } of placedModules(manifest)) {
    for (const name of valuesOf(module, 'function'))
      kinds.set(name, (kinds.get(name) ?? new Set()).add(kind));
  }
  return [...kinds]
    .filter(([, users]) => [...users].some((kind) => BACKGROUND_KINDS.has(kind)))
    .filter(([, users]) => [...users].some((kind) => !BACKGROUND_KINDS.has(kind)))
    .map(([name, users]) => `function ${name} is shared by ${[...users].join(' and ')}`);
}

export function functionsAreUsed({ manifest }: AppUnderCheck): string[] {
  const used = new Set(placedModules(manifest).flatMap(({ module }) => valuesOf(module, 'function')));
  return (manifest.modules.function ?? [])
    .filter(({ key }) => !used.has(key))
    .map(({ key }) => `function ${key} is used by no module`);
}

export function resourcesAreUsed({ manifest }: AppUnderCheck): string[] {
  const used = new Set(placedModules(manifest).flatMap(({ module }) => resourcesOf(module)));
  return (manifest.resources ?? [])
    .filter(({ key }) => !used.has(key))
    .map(({ key }) => `resource ${key} is used by no module`);
}
