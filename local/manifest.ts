import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { IndexedProperty } from './jira/state/indexed-properties';
import {
  manifestSchema,
  UI_MODULE_KINDS,
  type ActionModule,
  type EntityDefinition,
  type Interval,
  type RawManifest,
  type UiModuleEntry,
  type UiModuleKind,
} from './manifest-schema';

/** A module with a user interface, of whichever kind. */
export interface UiModule extends UiModuleEntry {
  kind: UiModuleKind;
}

export interface FunctionModule {
  key: string;
  /** The source file, absolute. */
  file: string;
  exportName: string;
  timeoutSeconds: number | undefined;
}

/** manifest.yml as the site uses it: checked, with absolute paths. */
export interface Manifest {
  /** The app's folder. */
  dir: string;
  appId: string;
  ui: UiModule[];
  functions: FunctionModule[];
  webTriggers: { key: string; function: string; urlFormat: 'v1' | 'v2' }[];
  consumers: { key: string; queue: string; function: string }[];
  scheduledTriggers: { key: string; function: string; interval: Interval }[];
  triggers: {
    key: string;
    function: string;
    events: string[];
    filter?: { ignoreSelf?: boolean | undefined } | undefined;
  }[];
  /** Those that an agent of Rovo may use: nothing else calls one. */
  actions: ActionModule[];
  /** What Jira is to index of issues' properties. */
  indexed: IndexedProperty[];
  entities: EntityDefinition[];
  resources: { key: string; dir: string }[];
  translations: {
    locales: { key: string; file: string }[];
    fallback: Record<string, unknown> & { default: string };
  };
  permissions: RawManifest['permissions'];
}

/** Something in the manifest that the site cannot mount; the message is one sentence for the developer. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

const SOURCE_EXTENSIONS = ['ts', 'tsx', 'js', 'jsx', 'cjs'];

/** Reads and checks a manifest. Throws a ManifestError that names what is wrong. */
export function readManifest(file: string): Manifest {
  const raw = parseManifest(file);
  const dir = path.dirname(path.resolve(file));
  const { modules } = raw;
  const manifest: Manifest = {
    dir,
    appId: raw.app.id.slice(raw.app.id.lastIndexOf('/') + 1),
    ui: UI_MODULE_KINDS.flatMap((kind) => (modules[kind] ?? []).map((module) => ({ ...module, kind }))),
    functions: modules.function.map((entry) => resolveHandler(dir, entry)),
    webTriggers: modules.webtrigger ?? [],
    consumers: modules.consumer ?? [],
    scheduledTriggers: modules.scheduledTrigger ?? [],
    triggers: modules.trigger ?? [],
    actions: (modules.action ?? []).filter(({ key }) =>
      modules['rovo:agent']?.some(({ actions }) => actions.includes(key)),
    ),
    indexed: (modules['jira:entityProperty'] ?? []).flatMap(({ propertyKey, values }) =>
      values.map((value) => ({ propertyKey, ...value })),
    ),
    entities: raw.app.storage?.entities ?? [],
    resources: raw.resources.map(({ key, path: folder }) => ({ key, dir: path.resolve(dir, folder) })),
    translations: {
      locales: (raw.translations?.resources ?? []).map((entry) => ({
        key: entry.key,
        file: path.resolve(dir, entry.path),
      })),
      fallback: raw.translations?.fallback ?? { default: 'en-US' },
    },
    permissions: raw.permissions,
  };
  checkReferences(manifest);
  return manifest;
}

/** Sites come and go in tests; the same text is checked once per process. */
const known = new Map<string, RawManifest>();

function parseManifest(file: string): RawManifest {
  let text: string;
  let content: unknown;
  try {
    text = readFileSync(file, 'utf8');
    const checked = known.get(text);
    if (checked) return structuredClone(checked);
    content = parse(text);
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new ManifestError(`${file} cannot be read: ${reason.replace(/[:.]$/, '')}.`, { cause: error });
  }
  const result = manifestSchema.safeParse(content);
  if (result.success) {
    known.set(text, structuredClone(result.data));
    return result.data;
  }
  const [issue] = result.error.issues;
  throw new ManifestError(
    `${file} cannot be mounted: ${issue ? describeIssue(issue) : z.prettifyError(result.error)}`,
  );
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const where = issue.path.join('.');
  if (issue.code === 'unrecognized_keys' && where === 'modules') {
    return `the local site does not know the module "${issue.keys[0]}".`;
  }
  return `${where || 'the file'}: ${issue.message}.`;
}

function resolveHandler(
  dir: string,
  entry: { key: string; handler: string; timeoutSeconds?: number | undefined },
): FunctionModule {
  const dot = entry.handler.lastIndexOf('.');
  const source = path.join(dir, 'src', entry.handler.slice(0, dot));
  const file = SOURCE_EXTENSIONS.map((extension) => `${source}.${extension}`).find(existsSync);
  if (!file) {
    throw new ManifestError(
      `Function "${entry.key}" names the handler ${entry.handler}, but ${path.relative(dir, source)}.ts does not exist.`,
    );
  }
  return {
    key: entry.key,
    file,
    exportName: entry.handler.slice(dot + 1),
    timeoutSeconds: entry.timeoutSeconds,
  };
}

function checkReferences(manifest: Manifest): void {
  const functions = new Set(manifest.functions.map(({ key }) => key));
  const resources = new Set(manifest.resources.map(({ key }) => key));
  const keys = new Set<string>();
  const modules = [
    ...manifest.ui,
    ...manifest.functions,
    ...manifest.webTriggers,
    ...manifest.consumers,
    ...manifest.scheduledTriggers,
    ...manifest.triggers,
    ...manifest.actions,
  ];
  for (const { key } of modules) {
    if (keys.has(key)) throw new ManifestError(`The module key "${key}" is used twice.`);
    keys.add(key);
  }
  const needFunction = (module: string, name: string | undefined): void => {
    if (name !== undefined && !functions.has(name)) {
      throw new ManifestError(
        `Module "${module}" names the function "${name}", which the manifest does not declare.`,
      );
    }
  };
  const needResource = (module: string, name: string | undefined): void => {
    if (name !== undefined && !resources.has(name)) {
      throw new ManifestError(
        `Module "${module}" names the resource "${name}", which the manifest does not declare.`,
      );
    }
  };
  for (const module of manifest.ui) {
    needFunction(module.key, module.resolver?.function);
    needResource(module.key, module.resource);
    needResource(module.key, module.target?.resource);
    needResource(module.key, module.edit?.resource);
    const page = module.target?.page;
    if (page !== undefined && !manifest.ui.some(({ key }) => key === page)) {
      throw new ManifestError(
        `Module "${module.key}" leads to the page "${page}", which the manifest does not declare.`,
      );
    }
  }
  for (const module of [
    ...manifest.webTriggers,
    ...manifest.consumers,
    ...manifest.scheduledTriggers,
    ...manifest.triggers,
    ...manifest.actions,
  ]) {
    needFunction(module.key, module.function);
  }
  for (const { key, file } of manifest.translations.locales) {
    if (!existsSync(file))
      throw new ManifestError(`The translation "${key}" names ${file}, which does not exist.`);
  }
}

/** The pages must have been built before: throws for a resource without index.html. */
export function checkResources(manifest: Manifest): void {
  for (const { key, dir } of manifest.resources) {
    if (!existsSync(path.join(dir, 'index.html'))) {
      throw new ManifestError(
        `Resource "${key}" has no ${path.relative(manifest.dir, path.join(dir, 'index.html'))}; build the pages with "npm run build".`,
      );
    }
  }
}
