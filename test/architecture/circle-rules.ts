import path from 'node:path';
import { importsOf, parseSource } from './imports-of';
import type { SourceTree, Violation } from './source-tree';

const SUFFIXES = ['', '.ts', '.tsx'];

function importedFiles(tree: SourceTree, file: string): string[] {
  return importsOf(parseSource(file, tree[file] ?? '')).flatMap(({ specifier }) => {
    if (!specifier.startsWith('.')) return [];
    const target = path.posix.join(path.posix.dirname(file), specifier);
    return SUFFIXES.map((suffix) => target + suffix).filter((name) => name in tree);
  });
}

/** The files on a way from `file` back to itself, `file` first; empty when there is none. Shortest way. */
function wayBack(file: string, imports: Map<string, string[]>): string[] {
  const cameFrom = new Map<string, string>();
  const next = [file];
  for (let at = next.shift(); at !== undefined; at = next.shift()) {
    for (const target of imports.get(at) ?? []) {
      if (target === file) {
        const way = [];
        for (let step: string | undefined = at; step !== undefined; step = cameFrom.get(step))
          way.unshift(step);
        return way;
      }
      if (cameFrom.has(target)) continue;
      cameFrom.set(target, at);
      next.push(target);
    }
  }
  return [];
}

/** Files that import each other, directly or through others, be it for types only: none can be read without the rest. */
export function circleViolations(tree: SourceTree): Violation[] {
  const imports = new Map(Object.keys(tree).map((file) => [file, importedFiles(tree, file)]));
  const told = new Set<string>();
  const found: Violation[] = [];
  for (const file of imports.keys()) {
    if (told.has(file)) continue;
    const circle = wayBack(file, imports);
    if (circle.length === 0) continue;
    for (const each of circle) told.add(each);
    found.push(`${circle.join(' imports ')} imports ${file}: a circle`);
  }
  return found;
}
