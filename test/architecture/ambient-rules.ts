import ts from 'typescript';
import { parseSource } from './imports-of';
import type { SourceTree, Violation } from './source-tree';

/**
 * Time and randomness are injected, so that every moment can be tested. On a server nothing but one file may reach for
 * them. Pages need timers, but must not trust the visitor's clock.
 */

const ALLOWED_FILES = new Set([
  'src/platform/system.ts',
  'local/clock.ts',
  // All compare the wall clock with performance.now() to notice that the machine slept.
  'static/app/elapsed.ts',
  'static/app/on-wake.ts',
  'static/widget/browser/browser-environment.ts',
  // Lets pages on the local site live by its clock.
  'local/pages/browser/clock-ahead.ts',
]);

const BROWSER = /^(?:static|local\/pages\/browser)\//;
const BUILD = /^static\/build\//;

const WALL_CLOCK = new Set(['Date.now']);
const AMBIENT = new Set([
  ...WALL_CLOCK,
  'performance.now',
  'Math.random',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);
const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate']);
const GLOBAL_OBJECTS = new Set(['globalThis', 'global', 'window', 'self']);
const RANDOM_IMPORTS = new Set(['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues', 'webcrypto']);

/** The last two names of `a.b.c`: `b.c`. */
function lastTwoNames(node: ts.PropertyAccessExpression): string {
  const { expression, name } = node;
  const object = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  return `${object.getText()}.${name.text}`;
}

/** Is it a global timer, called or passed on? A property of that name, or a parameter, is somebody's clock. */
function isTimer(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node) || !TIMERS.has(node.text)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return GLOBAL_OBJECTS.has(parent.expression.getText());
  }
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) return parent.initializer === node;
  return ts.isCallExpression(parent);
}

function isDateOfNow(node: ts.Node): boolean {
  const makesDate = ts.isNewExpression(node) || ts.isCallExpression(node);
  if (!makesDate || node.expression.getText() !== 'Date') return false;
  return ts.isCallExpression(node) || (node.arguments?.length ?? 0) === 0;
}

function ambientImport(node: ts.Node): string | undefined {
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return undefined;
  const module = node.moduleSpecifier.text;
  if (module.startsWith('node:timers')) return module;
  const bindings = node.importClause?.namedBindings;
  if (module !== 'node:crypto' || !bindings || !ts.isNamedImports(bindings)) return undefined;
  return bindings.elements.map(({ name }) => name.text).find((name) => RANDOM_IMPORTS.has(name));
}

/** The names that a file gives to what it takes out of objects: `const { setTimeout } = clock`. */
function namesTakenOut(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isBindingElement(node)) names.add(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function ambientUse(node: ts.Node, inBrowser: boolean, ownNames: Set<string>): string | undefined {
  if (isDateOfNow(node)) return 'new Date()';
  if (ts.isPropertyAccessExpression(node)) {
    const name = lastTwoNames(node);
    if ((inBrowser ? WALL_CLOCK : AMBIENT).has(name)) return name;
  }
  if (inBrowser) return undefined;
  return isTimer(node) && !ownNames.has(node.text) ? node.text : ambientImport(node);
}

function violationsOf(file: string, code: string): Violation[] {
  const source = parseSource(file, code);
  const inBrowser = BROWSER.test(file);
  const ownNames = namesTakenOut(source);
  const found: Violation[] = [];
  const visit = (node: ts.Node): void => {
    const use = ambientUse(node, inBrowser, ownNames);
    if (use) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push(`${file}:${line} uses ${use}, which has to be injected`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Time and randomness taken from the surroundings. */
export function ambientViolations(tree: SourceTree): Violation[] {
  return Object.entries(tree)
    .filter(([file]) => /^(?:src|local|static)\//.test(file) && !BUILD.test(file) && !ALLOWED_FILES.has(file))
    .flatMap(([file, code]) => violationsOf(file, code));
}
