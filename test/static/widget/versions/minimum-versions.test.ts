import { describe, expect, it } from 'vitest';
import { LAUNCHER_SCRIPT, PANEL_SCRIPT, WIDGET_STYLE } from '../../../../src/generated/widget-assets';
import { CLOCK_SCRIPT, MESSAGES_SCRIPT, WORK_SCRIPT } from '../../../../src/generated/widget-parts';
import { newerInScript, stylesIn } from './script-features';
import { newerInStyle } from './style-features';

/** Members of objects of ours, which something newer in a browser is called like. */
const OURS =
  `changed check config deleted destroy details draw drop first forget format getAvailability hide identity last
  lines local locale lost messages opened run session to token transcript unit when`.split(/\s+/);

/** What the oldest browsers do not have, and why nothing is wrong with it there. */
const HARMLESS_IN_SCRIPTS: Record<string, string> = {
  'AbortSignal.timeout': 'is there; before Chrome 124 a request ends by AbortError, which is not looked at',
  '.role': 'is an attribute, too (panel/element.ts)',
  '.ariaHidden': 'is an attribute, too',
  '.ariaLabel': 'is an attribute, too',
  '.ariaLive': 'is an attribute, too',
  '.capture': 'is an option of addEventListener, not the member of a field for files',
  'the event touchstart': 'never happens where nothing can be touched',
  'the event touchmove': 'nor does that',
  'the event wheel': 'never happens on iOS',
  'the event contextmenu': 'never happens on iOS',
  'the event selectstart': 'never happens on iOS',
};
const HARMLESS_IN_STYLES: Record<string, string> = {
  '.icon { cursor: pointer }': 'there is no pointer on iOS',
  '.panel button,.ask a { cursor: pointer }': 'there is no pointer on iOS',
  'summary { cursor: pointer }': 'there is no pointer on iOS',
  'textarea,input { resize }': 'nothing can be resized on phones',
  'textarea,input { resize: none }': 'nothing can be resized on phones',
  '.talk { overscroll-behavior }':
    'is there, but for lists that are too short to scroll: the page scrolls then',
  '.panel { height: dvh }': 'the line is left out: the panel is 108 px lower than the window',
  '.failure { color: light-dark() }': 'the line is left out: black or white, and the bar beside it',
};

const SCRIPTS = [
  ['launcher', LAUNCHER_SCRIPT, 2019],
  ['panel', PANEL_SCRIPT, 2022],
  ['messages', MESSAGES_SCRIPT, 2022],
  ['work', WORK_SCRIPT, 2022],
  ['clock', CLOCK_SCRIPT, 2022],
] as const;

const STYLES = [WIDGET_STYLE, ...[PANEL_SCRIPT, MESSAGES_SCRIPT].flatMap(stylesIn)];

describe('What is loaded on customers’ pages needs nothing newer than its oldest browsers have (R17, C13)', () => {
  it.each(SCRIPTS)('the script of the %s', (_name, script, year) => {
    const newer = Object.keys(newerInScript(script, year));
    const ours = new Set(OURS.map((name) => `.${name}`));
    expect(newer.filter((feature) => !ours.has(feature) && !(feature in HARMLESS_IN_SCRIPTS))).toEqual([]);
  });

  it('the style of the icon, the panel and the messages', () => {
    expect(STYLES).toHaveLength(3);
    const newer = STYLES.flatMap((style) => Object.keys(newerInStyle(style)));
    expect(newer.filter((feature) => !(feature in HARMLESS_IN_STYLES))).toEqual([]);
  });

  it('and every exception is one that is needed', () => {
    const inScripts = SCRIPTS.flatMap(([, script, year]) => Object.keys(newerInScript(script, year)));
    const allowed = [...OURS.map((name) => `.${name}`), ...Object.keys(HARMLESS_IN_SCRIPTS)];
    expect(allowed.filter((feature) => !inScripts.includes(feature))).toEqual([]);
    const inStyles = STYLES.flatMap((style) => Object.keys(newerInStyle(style)));
    expect(Object.keys(HARMLESS_IN_STYLES).filter((feature) => !inStyles.includes(feature))).toEqual([]);
  });
});

describe('The guard of the oldest browsers finds', () => {
  it.each([
    ['Promise.withResolvers()', 'Promise.withResolvers'],
    ['b.findLast(c)', '.findLast'],
    ['b.toSorted()', '.toSorted'],
    ['URL.canParse(d)', 'URL.canParse'],
    ['Object.groupBy(e, f)', 'Object.groupBy'],
    ['g.values().map(h)', 'Iterator.map'],
    ['Object.assign(i, { ariaLabel: j })', '.ariaLabel'],
    ['new CloseWatcher()', 'CloseWatcher'],
    ['k.addEventListener("scrollend", l)', 'the event scrollend'],
  ])('what is too new in a script: %s', (script, feature) => {
    expect(Object.keys(newerInScript(script, 2022))).toEqual([feature]);
  });

  it('nothing in what is old enough', () => {
    const old =
      'new URL(a); b.at(-1); Object.entries(c).map(d); e.replaceChildren(f); crypto.randomUUID(); structuredClone(g)';
    expect(newerInScript(old, 2022)).toEqual({});
    expect(newerInStyle('a{inset:0;color:#fff;width:min(1px,2vw)}a:focus-visible{gap:1px}')).toEqual({});
  });

  it.each(['a?.b', 'a ?? b', 'a ||= b', 'class A { #b = 1 }'])(
    'syntax that old browsers cannot read in what every page loads: %s',
    (script) => {
      expect(() => newerInScript(script, 2019)).toThrow(SyntaxError);
      expect(newerInScript(script, 2022)).toEqual({});
    },
  );

  it.each([
    ['a{color:color-mix(in srgb,red,blue)}', 'a { color: color-mix() }'],
    ['a{--b:light-dark(#000,#fff)}', 'a { --b: light-dark() }'],
    ['a{color:red;color:var(--b,light-dark(#000,#fff))}', 'a { color: light-dark() }'],
    ['a{height:1dvh}', 'a { height: dvh }'],
    ['a{content:"b"/""}', 'a { content: / }'],
    ['a{field-sizing:fixed}', 'a { field-sizing }'],
    ['a:has(b){color:red}', 'a:has(b) :has'],
    ['@starting-style{a{color:red}}', '@starting-style'],
  ])('what is too new in a style: %s', (style, feature) => {
    expect(Object.keys(newerInStyle(style))).toContain(feature);
  });

  it('nothing in what a style asks for first, or has a plain line before', () => {
    expect(newerInStyle('@supports(color:light-dark(red,red)){a{--b:light-dark(#000,#fff)}}')).toEqual({});
    expect(newerInStyle('a{height:1vh;height:1dvh}')).toEqual({});
  });
});
