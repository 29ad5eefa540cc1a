import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

/** A module as the manifest declares it; what else it has depends on its kind. */
export interface ManifestModule {
  key: string;
  [member: string]: unknown;
}

interface StorageIndex {
  name: string;
  partition?: string[];
  range?: string[];
}

export interface StorageEntity {
  name: string;
  attributes: Record<string, { type: string }>;
  indexes?: (string | StorageIndex)[];
}

/** The parts of manifest.yml that the rules look at. */
export interface Manifest {
  app: { storage?: { entities?: StorageEntity[] } };
  modules: Record<string, ManifestModule[]>;
  resources?: { key: string; path: string }[];
  translations?: { resources: { key: string; path: string }[]; fallback: { default: string } };
  permissions?: { scopes?: string[] };
}

/** The texts of one language: sections of flat keys. */
export type Texts = Record<string, unknown>;

/** Everything a rule may look at, read beforehand: rules are pure. */
export interface AppUnderCheck {
  manifest: Manifest;
  /** By language tag. */
  locales: Record<string, Texts>;
  /** The functions' code by path. */
  sources: Record<string, string>;
  /** The scopes of each Atlassian REST path that may be called. */
  operations: Record<string, string[]>;
}

interface ScopesFile {
  paths: Record<string, Record<string, { 'x-atlassian-oauth2-scopes': { scopes: string[] }[] }>>;
}

const readText = (...parts: string[]): Promise<string> => readFile(path.join(...parts), 'utf8');

async function readFolder(folder: string, extension: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(extension));
  const entries = names.sort().map(async (name) => [name, await readText(folder, name)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function readOperations(folder: string): Promise<Record<string, string[]>> {
  const operations: Record<string, string[]> = {};
  for (const text of Object.values(await readFolder(folder, '.json'))) {
    const { paths } = JSON.parse(text) as ScopesFile;
    for (const [route, methods] of Object.entries(paths)) {
      const lists = Object.values(methods).flatMap((method) => method['x-atlassian-oauth2-scopes']);
      operations[route] = lists.flatMap(({ scopes }) => scopes);
    }
  }
  return operations;
}

/** Reads the app in the repository at `root`. */
export async function readApp(root: string): Promise<AppUnderCheck> {
  const [manifest, locales, sources, operations] = await Promise.all([
    readText(root, 'manifest.yml'),
    readFolder(path.join(root, 'locales'), '.json'),
    readFolder(path.join(root, 'src'), '.ts'),
    readOperations(path.join(root, 'tools/atlassian/scopes')),
  ]);
  const texts = Object.entries(locales).map(([name, text]) => [
    path.basename(name, '.json'),
    JSON.parse(text) as Texts,
  ]);
  return {
    manifest: parse(manifest) as Manifest,
    locales: Object.fromEntries(texts) as Record<string, Texts>,
    sources,
    operations,
  };
}
