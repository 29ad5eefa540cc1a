import bcd, { type Identifier } from '@mdn/browser-compat-data/forLegacyNode';
import postcss, { type Declaration } from 'postcss';
import { missingIn } from './minimum-versions';

const { css } = bcd;
const properties = css['properties'] as Identifier;
const types = css['types'] as Identifier;
const atRules = css['at-rules'] as Identifier;
const selectors = css['selectors'] as Identifier;

type Named = [name: string, feature: Identifier | undefined];

/** Every value there is, whatever property it is of: functions, system colours and the like. */
const VALUES = new Map<string, Identifier>();
function addValues(of: Identifier): void {
  for (const [key, feature] of Object.entries(of as Record<string, Identifier>)) {
    if (key === '__compat') continue;
    VALUES.set(key.toLowerCase(), feature);
    addValues(feature);
  }
}
addValues(types);

const VIEWPORT_UNITS = { d: 'dynamic', l: 'large', s: 'small' } as const;

function unit(name: string): Identifier | undefined {
  const [kind = '', rest] = [name[0], name.slice(1)];
  if (/^v[whib]$|^v(?:min|max)$/.test(rest) && kind in VIEWPORT_UNITS)
    return types['length']?.[`viewport_percentage_units_${VIEWPORT_UNITS[kind as 'd']}`];
  return types['length']?.[name];
}

/** Functions, units and words of a value, each where the data have it. */
function inValue(property: string, value: string): Named[] {
  const words = value.replaceAll(/"[^"]*"|#[\da-f]+\b|--[\w-]+/gi, ' ');
  const find = (name: string): Identifier | undefined =>
    properties[property]?.[name] ?? VALUES.get(name.toLowerCase());
  const named = [...words.matchAll(/(?<![\w.-])([a-z][a-z-]*)(\(?)/gi)].map(([, name = '', call]): Named => [
    `${name}${call === '(' ? '()' : ''}`,
    find(name),
  ]);
  const units = [...words.matchAll(/\d([a-z]+)/gi)].map(([, name = '']): Named => [name, unit(name)]);
  const altText: Named[] =
    property === 'content' && words.includes('/') ? [['/', properties['content']?.['alt_text']]] : [];
  return [...named, ...units, ...altText];
}

const inSelector = (selector: string): Named[] =>
  [...selector.matchAll(/::?([a-z-]+)/g)].map(([all, name = '']) => [all, selectors[name]]);

function inAtRule(name: string, parameters: string): Named[] {
  const features = [...parameters.matchAll(/\(\s*(?:min-|max-)?([a-z-]+)/g)].map(
    ([, feature = '']): Named => [`@${name}(${feature})`, atRules[name]?.[feature]],
  );
  return [[`@${name}`, atRules[name]], ...(name === 'media' ? features : [])];
}

/** Old browsers take the rule's line before it, if they can. With `var()` they cannot know what it will be, and take none. */
function hasPlainBefore({ prop, value, parent }: Declaration, at: number): boolean {
  const earlier = (parent?.nodes ?? []).slice(0, at);
  return !value.includes('var(') && earlier.some((node) => node.type === 'decl' && node.prop === prop);
}

/** What the style asks before it uses it. */
function askedAround(node: Declaration): string {
  let asked = '';
  for (let around = node.parent; around; around = around.parent as typeof around)
    if (around.type === 'atrule' && 'name' in around && around.name === 'supports')
      asked += String(around.params);
  return asked;
}

/**
 * What a style uses that the oldest browsers do not have, each with those browsers; not what it asks for by `@supports`, and not
 * what stands after a plain line for the same.
 */
export function newerInStyle(style: string): Record<string, string[]> {
  const found: Named[] = [];
  postcss.parse(style).walk((node) => {
    if (node.type === 'rule')
      found.push(
        ...inSelector(node.selector).map(([name, feature]): Named => [`${node.selector} ${name}`, feature]),
      );
    if (node.type === 'atrule') found.push(...inAtRule(node.name, node.params));
    if (node.type !== 'decl') return;
    const asked = askedAround(node);
    const where =
      node.parent?.type === 'rule' && 'selector' in node.parent ? String(node.parent.selector) : '';
    const of: Named[] = [[node.prop, properties[node.prop]], ...inValue(node.prop, node.value)];
    for (const [name, feature] of of)
      if (!asked.includes(name.replace('()', '(')) && !hasPlainBefore(node, node.parent?.index(node) ?? 0))
        found.push([
          name === node.prop ? `${where} { ${name} }` : `${where} { ${node.prop}: ${name} }`,
          feature,
        ]);
  });
  const missing = found.map(([name, feature]) => [name, missingIn(feature)] as const);
  return Object.fromEntries(missing.filter(([, browsers]) => browsers.length > 0));
}
