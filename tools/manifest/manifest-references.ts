import type { ManifestModule, Manifest } from './app-under-check';

/** A module that is no function, with its kind. */
export interface PlacedModule {
  kind: string;
  module: ManifestModule;
}

export function placedModules({ modules }: Manifest): PlacedModule[] {
  return Object.entries(modules)
    .filter(([kind]) => kind !== 'function')
    .flatMap(([kind, list]) => list.map((module) => ({ kind, module })));
}

/** The strings under a module's members of this name, however deep. */
export function valuesOf(node: unknown, member: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === member && typeof value === 'string' ? [value] : valuesOf(value, member),
  );
}

/** Every string in a module, however deep. */
function stringsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(stringsIn);
}

/** The resources that a module names: `resource: agent`, `resource: agent/entry` and `icon: resource:agent;icon.svg`. */
export function resourcesOf(module: ManifestModule): string[] {
  const frames = valuesOf(module, 'resource').map((name) => name.split('/')[0] ?? name);
  const files = stringsIn(module).flatMap((text) => /^resource:([^;]+);/.exec(text)?.[1] ?? []);
  return [...frames, ...files];
}
