import path from 'node:path';
import ts from 'typescript';
import { parseSource } from './imports-of';
import type { SourceTree, Violation } from './source-tree';

const MAX_LINES = 300;

/** Names that say nothing: whatever is in such a file belongs next to what it is about. */
const EMPTY_NAMES = /(?:^|[.-])(?:utils?|helpers?|types?|common|misc|shared|index)(?:[.-]|$)/;

const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function nameViolations(file: string): Violation[] {
  const name = path.posix.basename(file).replace(/(?:\.(?:test|e2e|browsers|d))?\.tsx?$/, '');
  // A request type is a thing of Jira's.
  if (EMPTY_NAMES.test(name.replace(/request-types?/, 'request')))
    return [`${file}: the name "${name}" does not say what is in it`];
  return KEBAB_CASE.test(name) ? [] : [`${file}: file names are in kebab-case`];
}

function lineViolations(file: string, code: string): Violation[] {
  const lines = code.trimEnd().split('\n').length;
  return lines <= MAX_LINES ? [] : [`${file} has ${lines} lines, at most ${MAX_LINES} are allowed`];
}

const isExportedDefault = (node: ts.Statement): boolean =>
  ts.isExportAssignment(node) ||
  (ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword));

function statementViolations(file: string, code: string): Violation[] {
  const { statements } = parseSource(file, code);
  const found: Violation[] = [];
  if (statements.some(isExportedDefault)) found.push(`${file} has a default export`);
  if (statements.some(ts.isEnumDeclaration)) found.push(`${file} declares an enum`);
  const passesOn = (node: ts.Statement): boolean =>
    ts.isImportDeclaration(node) || (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined);
  const onlyPassesOn = statements.some(ts.isExportDeclaration) && statements.every(passesOn);
  const passesOnAll = statements.some((node) => ts.isExportDeclaration(node) && !node.exportClause);
  if (onlyPassesOn || passesOnAll) found.push(`${file} is a barrel: it passes on what others export`);
  return found;
}

/** Names, lengths and exports that make files hard to find or hard to read. */
export function fileViolations(tree: SourceTree): Violation[] {
  return Object.entries(tree).flatMap(([file, code]) => [
    ...nameViolations(file),
    ...lineViolations(file, code),
    ...statementViolations(file, code),
  ]);
}
