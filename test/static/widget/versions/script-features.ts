import { parse, type AnyNode } from 'acorn';
import bcd, { type Identifier } from '@mdn/browser-compat-data/forLegacyNode';
import { missingIn } from './minimum-versions';

const { api, javascript } = bcd;
const builtins = javascript['builtins'] as Identifier;

/** Names that minified scripts give themselves are shorter than anything a browser has. */
const OWN_NAME = 2;

const identifier = (of: Identifier | undefined, ...keys: string[]): Identifier | undefined =>
  keys.reduce((found: Identifier | undefined, key) => found?.[key], of);

/** By the name of a member or an event: everything that has one of this name. */
function byName(kind: 'member' | 'event'): Map<string, Identifier[]> {
  const found = new Map<string, Identifier[]>();
  for (const owner of [...Object.values(api), ...Object.values(builtins)])
    for (const [key, feature] of Object.entries(owner as Record<string, Identifier>)) {
      const isEvent = key.endsWith('_event');
      if (key === '__compat' || key.endsWith('_static') || isEvent !== (kind === 'event')) continue;
      const name = key.replace(/_event$/, '');
      found.set(name, [...(found.get(name) ?? []), feature]);
    }
  return found;
}
const MEMBERS = byName('member');
const EVENTS = byName('event');

/** Iterators have had methods of their own only lately, which are called as those of lists. */
const GIVES_ITERATOR = /^(?:values|keys|entries|matchAll)$/;

/** Missing as far as anybody can tell by the name: nothing that is called so is there. */
function missingByName(features: Identifier[] = []): string[] {
  const missing = features.map(missingIn);
  return missing.length > 0 && missing.every((each) => each.length > 0) ? (missing[0] ?? []) : [];
}

function nodesOf(node: AnyNode): AnyNode[] {
  const inside = Object.values(node).flat() as (AnyNode | null | undefined)[];
  const children = inside.filter((each) => typeof each === 'object' && each !== null && 'type' in each);
  return [node, ...children.flatMap((each) => nodesOf(each))];
}

const nameOf = (node: AnyNode): string =>
  node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '';

const globalOf = (node: AnyNode): string =>
  node.type === 'Identifier' && node.name.length > OWN_NAME ? node.name : '';

/** What a global, or a member of it, is called in the data. */
const findGlobal = (name: string): Identifier | undefined =>
  identifier(api, name) ?? identifier(builtins, name) ?? identifier(api, 'Window', name);

const findStatic = (owner: string, name: string): Identifier | undefined =>
  identifier(api, owner, `${name}_static`) ?? identifier(builtins, owner, name);

function missingOfMember(node: AnyNode & { type: 'MemberExpression' }): [string, string[]] {
  const name = nameOf(node.property);
  const owner = globalOf(node.object);
  const known = owner === '' ? undefined : findStatic(owner, name);
  if (known) return [`${owner}.${name}`, missingIn(known)];
  const { object } = node;
  const called =
    object.type === 'CallExpression' && object.callee.type === 'MemberExpression' ? object.callee : undefined;
  const isOfIterator =
    called && GIVES_ITERATOR.test(nameOf(called.property)) && globalOf(called.object) !== 'Object';
  if (isOfIterator && identifier(builtins, 'Iterator', name))
    return [`Iterator.${name}`, missingIn(identifier(builtins, 'Iterator', name))];
  return [`.${name}`, missingByName(MEMBERS.get(name))];
}

function missingOf(node: AnyNode): [feature: string, missing: string[]] {
  switch (node.type) {
    case 'MemberExpression':
      return node.computed && node.property.type !== 'Literal' ? ['', []] : missingOfMember(node);
    case 'Property': {
      const name = node.computed ? '' : nameOf(node.key);
      return [`.${name}`, missingByName(MEMBERS.get(name))];
    }
    case 'Identifier':
      return [node.name, missingIn(findGlobal(globalOf(node)))];
    case 'Literal':
      return [`the event ${String(node.value)}`, missingByName(EVENTS.get(String(node.value)))];
    default:
      return ['', []];
  }
}

/** Names in property position are none of globals. */
function positions(nodes: AnyNode[]): Set<AnyNode> {
  const names = new Set<AnyNode>();
  for (const node of nodes) {
    if (node.type === 'MemberExpression' && !node.computed) names.add(node.property);
    if (node.type === 'Property' && !node.computed && !node.shorthand) names.add(node.key);
  }
  return names;
}

/**
 * What a built script uses that the oldest browsers do not have, each with those browsers: globals, their static members, and
 * members and events by their names. A script has no types: a member is taken for missing where nothing of its name is
 * there, so `findLast` is found and a new member of an old name is not. Throws where the script is not of the year's syntax.
 */
export function newerInScript(script: string, year: 2019 | 2022): Record<string, string[]> {
  // Alone of what came after 2019 it is read by all browsers since then.
  const text = year === 2019 ? script.replaceAll('import(', 'load(') : script;
  const nodes = nodesOf(parse(text, { ecmaVersion: year, sourceType: year === 2019 ? 'script' : 'module' }));
  const names = positions(nodes);
  const found = nodes.filter((node) => !names.has(node)).map(missingOf);
  return Object.fromEntries(found.filter(([, missing]) => missing.length > 0));
}

/** Texts in a script that are rules of style. */
export function stylesIn(script: string): string[] {
  return nodesOf(parse(script, { ecmaVersion: 2022, sourceType: 'module' })).flatMap((node) => {
    const text =
      node.type === 'Literal' ? node.value : node.type === 'TemplateElement' ? node.value.cooked : undefined;
    return typeof text === 'string' && /\{[a-z-]+:[^{}]+\}/.test(text) ? [text] : [];
  });
}
