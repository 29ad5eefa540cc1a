import type { AppUnderCheck } from './app-under-check';

const USER_EVENT = /^avi:jira:(?:created|updated|deleted):user$/;

/** A path as the code or the OpenAPI description writes it, its parameters without their names. */
const withoutNames = (path: string): string => path.replace(/\$?\{[^}]*\}/g, '{}').replace(/\?.*$/s, '');

/** The REST paths in the code's `route` templates, each with the file that calls it. */
function calledPaths({ sources }: AppUnderCheck): [path: string, file: string][] {
  return Object.entries(sources).flatMap(([file, code]) =>
    [...code.matchAll(/\broute`([^`]*)`/g)].map(([, path = '']): [string, string] => [
      withoutNames(path),
      file,
    ]),
  );
}

function operationScopes({ operations }: AppUnderCheck): Map<string, string[]> {
  return new Map(Object.entries(operations).map(([path, scopes]) => [withoutNames(path), scopes]));
}

/** Each scope that the app needs, with what needs it. */
function neededScopes(app: AppUnderCheck): Map<string, string> {
  const needed = new Map<string, string>();
  const known = operationScopes(app);
  for (const [path, file] of calledPaths(app)) {
    for (const scope of known.get(path) ?? []) needed.set(scope, `src/${file} calls ${path}`);
  }
  for (const [file, code] of Object.entries(app.sources)) {
    if (/from '@forge\/kvs'/.test(code)) needed.set('storage:app', `src/${file} imports @forge/kvs`);
    if (/\breportPersonalData\(/.test(code))
      needed.set('report:personal-data', `src/${file} reports personal data`);
  }
  for (const { key, events } of app.manifest.modules.trigger ?? []) {
    const aboutUsers = Array.isArray(events) && events.some((event) => USER_EVENT.test(String(event)));
    if (aboutUsers) needed.set('read:jira-user', `trigger ${key} listens to users`);
  }
  return needed;
}

const declaredScopes = ({ manifest }: AppUnderCheck): string[] => manifest.permissions?.scopes ?? [];

export function permissionsAreDeclared({ manifest }: AppUnderCheck): string[] {
  return manifest.permissions?.scopes ? [] : ['permissions.scopes is missing'];
}

export function scopesAreComplete(app: AppUnderCheck): string[] {
  const declared = new Set(declaredScopes(app));
  return [...neededScopes(app)]
    .filter(([scope]) => !declared.has(scope))
    .map(([scope, reason]) => `the scope ${scope} is missing: ${reason}`);
}

export function scopesAreUsed(app: AppUnderCheck): string[] {
  const needed = neededScopes(app);
  return declaredScopes(app)
    .filter((scope) => !needed.has(scope))
    .map((scope) => `the scope ${scope} is asked for, but nothing uses it`);
}

/** What tools/atlassian/scopes does not list, neither these rules nor Atlassian's linter can check. */
export function calledPathsAreListed(app: AppUnderCheck): string[] {
  const known = operationScopes(app);
  return calledPaths(app)
    .filter(([path]) => !known.has(path))
    .map(([path, file]) => `src/${file} calls ${path}, which tools/atlassian/scopes does not list`);
}

export function listedPathsAreCalled(app: AppUnderCheck): string[] {
  const called = new Set(calledPaths(app).map(([path]) => path));
  return Object.keys(app.operations)
    .filter((path) => !called.has(withoutNames(path)))
    .map((path) => `tools/atlassian/scopes lists ${path}, which nothing calls`);
}
