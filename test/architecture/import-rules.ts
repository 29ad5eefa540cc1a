import path from 'node:path';
import { importsOf, parseSource } from './imports-of';
import type { SourceTree, Violation } from './source-tree';

/**
 * Who may import whom: entry points → use cases, platform, contract → ports → domain. `src` knows nothing around it,
 * browsers see the contract's types and the domain, each room of theirs those below it, and the local site runs the app by its manifest, as Forge does.
 */

const ENTRY_POINTS = /^src\/(?:resolver|webtrigger|jobs|triggers|actions)$/;

/** A part of an entry point that is loaded when it is needed. */
const LAZY_PARTS = /^src\/webtrigger-chat$/;

/** Without state, time and platform: the domain may use them. */
const PURE_PACKAGES = new Set(['temporal-polyfill']);

type Place =
  | 'entry point'
  | 'lazy part'
  | 'use cases'
  | 'platform'
  | 'contract'
  | 'ports'
  | 'domain'
  | 'generated'
  | 'app'
  | 'ui'
  | 'coverage'
  | 'closures'
  | 'why'
  | 'availability'
  | 'chats'
  | 'settings'
  | 'team'
  | 'schedule'
  | 'beside request'
  | 'pages'
  | 'widget'
  | 'widget/browser'
  | 'widget/clock'
  | 'widget/conversation'
  | 'widget/launcher'
  | 'widget/panel'
  | 'widget/portal'
  | 'widget/work'
  | 'static build'
  | 'local'
  | 'jira/records'
  | 'jira/openapi'
  | 'jira/state'
  | 'jira/json'
  | 'jira/actions'
  | 'jira/routes'
  | 'test'
  | 'tools'
  | 'locales'
  | 'Forge package'
  | 'zod'
  | 'Node module'
  | 'pure package'
  | 'package'
  | 'nowhere';

const FOLDER_PLACES: [RegExp, Place][] = [
  [ENTRY_POINTS, 'entry point'],
  [LAZY_PARTS, 'lazy part'],
  [/^src\/([a-z]+-)?ports$/, 'ports'],
  [/^src\/usecases\//, 'use cases'],
  [/^src\/platform\//, 'platform'],
  [/^src\/contract\//, 'contract'],
  [/^src\/domain\//, 'domain'],
  [/^src\/generated\//, 'generated'],
  [/^static\/build\//, 'static build'],
  [/^static\/app\//, 'app'],
  [/^static\/ui\//, 'ui'],
  [/^static\/coverage\//, 'coverage'],
  [/^static\/closures\//, 'closures'],
  [/^static\/why\//, 'why'],
  [/^static\/availability\//, 'availability'],
  [/^static\/chats\//, 'chats'],
  [/^static\/settings\//, 'settings'],
  [/^static\/team\//, 'team'],
  [/^static\/schedule\//, 'schedule'],
  [/^static\/beside-request\//, 'beside request'],
  [/^static\/pages\//, 'pages'],
  [/^static\/widget\/browser\//, 'widget/browser'],
  [/^static\/widget\/clock\//, 'widget/clock'],
  [/^static\/widget\/conversation\//, 'widget/conversation'],
  [/^static\/widget\/launcher\//, 'widget/launcher'],
  [/^static\/widget\/panel\//, 'widget/panel'],
  [/^static\/widget\/portal\//, 'widget/portal'],
  [/^static\/widget\/work\//, 'widget/work'],
  [/^static\/widget\/[^/]+$/, 'widget'],
  // The seed, at the address that others' scripts have of it.
  [/^local\/jira\/(?:records\/|projects$)/, 'jira/records'],
  [/^local\/jira\/openapi\//, 'jira/openapi'],
  [/^local\/jira\/state\//, 'jira/state'],
  [/^local\/jira\/json\//, 'jira/json'],
  [/^local\/jira\/actions\//, 'jira/actions'],
  [/^local\/jira\/routes\//, 'jira/routes'],
  [/^local\//, 'local'],
  [/^test\//, 'test'],
  [/^tools\//, 'tools'],
  [/^locales\//, 'locales'],
];

const PACKAGES: Place[] = ['Forge package', 'zod', 'Node module', 'pure package', 'package'];

/** What an entry point puts together. */
const COMPOSED: Place[] = ['use cases', 'platform', 'contract', 'ports', 'domain', 'generated', ...PACKAGES];

const WIDGET: Place[] = [
  'widget',
  'widget/browser',
  'widget/clock',
  'widget/conversation',
  'widget/launcher',
  'widget/panel',
  'widget/portal',
  'widget/work',
];

/** The rooms of the local Jira, from the floor up. */
const JIRA: Place[] = ['jira/records', 'jira/state', 'jira/json', 'jira/actions', 'jira/routes'];

/** A room of the local Jira knows those below it, and nothing of the site around it. */
const jiraRoom = (room: Place): { always: Place[] } => ({
  always: [...JIRA.slice(0, JIRA.indexOf(room) + 1), ...PACKAGES],
});

/** What a room of `static` may import: from these rooms of it, and what all browser code may. */
function browserRoom(...rooms: Place[]): { always: Place[]; asTypes: Place[] } {
  return {
    always: [...rooms, 'domain', 'locales', 'Forge package', 'pure package', 'package'],
    asTypes: ['contract'],
  };
}

/** Both places: at run time and as types; the second list adds what may be imported as types only. */
const ALLOWED: Partial<Record<Place, { always: Place[]; asTypes?: Place[] }>> = {
  domain: { always: ['domain', 'pure package'] },
  contract: { always: ['contract', 'domain', 'zod'] },
  ports: { always: ['ports', 'domain'] },
  'use cases': { always: ['use cases', 'ports', 'domain', 'pure package', 'package'], asTypes: ['contract'] },
  platform: { always: ['platform', 'ports', 'domain', ...PACKAGES], asTypes: ['contract'] },
  'entry point': { always: ['lazy part', ...COMPOSED] },
  'lazy part': { always: COMPOSED },
  // Jira's pages, from the floor up. Availability knows nothing of chats, and neither of settings.
  // Agents read what customers do in the widget's own words.
  app: browserRoom('app', 'widget/clock'),
  ui: browserRoom('app', 'ui'),
  coverage: browserRoom('app', 'ui', 'coverage'),
  closures: browserRoom('app', 'ui', 'closures'),
  why: browserRoom('app', 'ui', 'why'),
  availability: browserRoom('app', 'ui', 'closures', 'why', 'availability'),
  chats: browserRoom('app', 'ui', 'availability', 'chats'),
  settings: browserRoom('app', 'ui', 'coverage', 'closures', 'why', 'availability', 'settings'),
  // Who is there, beside what was done: the log is one of the settings'.
  team: browserRoom('app', 'ui', 'coverage', 'why', 'availability', 'settings', 'team'),
  // A form like those of the settings.
  schedule: browserRoom('app', 'ui', 'coverage', 'why', 'availability', 'settings', 'schedule'),
  // One chat beside its request, with what changes my own status.
  'beside request': browserRoom('app', 'ui', 'availability', 'chats', 'beside request'),
  pages: browserRoom(
    'app',
    'ui',
    'coverage',
    'closures',
    'why',
    'availability',
    'chats',
    'settings',
    'team',
    'schedule',
    'beside request',
    'pages',
    ...WIDGET,
  ),
  // What customers' pages load is a house of its own. Launcher and panel share types only.
  widget: browserRoom('widget'),
  'widget/browser': browserRoom('widget/browser'),
  'widget/conversation': browserRoom('widget', 'widget/browser', 'widget/conversation'),
  'widget/launcher': browserRoom('widget', 'widget/browser', 'widget/launcher'),
  'widget/panel': browserRoom(
    'widget',
    'widget/browser',
    'widget/conversation',
    'widget/panel',
    'widget/work',
  ),
  // Words are filled in as the panel does it.
  'widget/clock': browserRoom('widget', 'widget/clock', 'widget/panel'),
  'widget/portal': browserRoom(...WIDGET),
  'widget/work': browserRoom('widget/conversation', 'widget/work'),
  'static build': { always: ['static build', ...PACKAGES] },
  // What Atlassian documents, which knows nothing of how it is emulated.
  'jira/openapi': { always: ['jira/openapi', ...PACKAGES] },
  local: { always: ['local', ...JIRA, 'jira/openapi', 'static build', 'locales', ...PACKAGES] },
  ...Object.fromEntries(JIRA.map((room) => [room, jiraRoom(room)])),
};

function placeOfPackage(specifier: string): Place {
  if (specifier.startsWith('@forge/')) return 'Forge package';
  if (specifier.startsWith('node:')) return 'Node module';
  if (specifier === 'zod' || specifier.startsWith('zod/')) return 'zod';
  return PURE_PACKAGES.has(specifier) ? 'pure package' : 'package';
}

function placeOfFile(file: string): Place {
  const name = file.replace(/\.tsx?$/, '');
  return FOLDER_PLACES.find(([pattern]) => pattern.test(name))?.[1] ?? 'nowhere';
}

function placeOfImport(from: string, specifier: string): Place {
  if (!specifier.startsWith('.')) return placeOfPackage(specifier);
  return placeOfFile(path.posix.join(path.posix.dirname(from), specifier));
}

function violationsOf(file: string, code: string): Violation[] {
  const place = placeOfFile(file);
  if (place === 'nowhere') return [`${file} is in no folder that the design names`];
  const allowed = ALLOWED[place];
  if (!allowed) return [];
  return importsOf(parseSource(file, code)).flatMap(({ specifier, typeOnly }) => {
    const target = placeOfImport(file, specifier);
    if (specifier.endsWith('.css') && place !== 'pages' && target !== place)
      return [`${file} (${place}) imports ${specifier}: only pages put together the styles of several rooms`];
    if (allowed.always.includes(target)) return [];
    if (!allowed.asTypes?.includes(target))
      return [`${file} (${place}) must not import ${specifier} (${target})`];
    return typeOnly ? [] : [`${file} (${place}) may import only types of ${specifier} (${target})`];
  });
}

/** Its names are left out of a bundle one by one; of the object that holds them all, none is. */
const ALL_OF_ZOD = /^import \{[^}]*\bz\b[^}]*\} from 'zod'/m;

const zodViolations = (file: string, code: string): Violation[] =>
  file.startsWith('src/') && ALL_OF_ZOD.test(code)
    ? [`${file} puts all of zod into a function's bundle: import * as z`]
    : [];

/** Imports against the direction, and in a way that makes bundles large. */
export function importViolations(tree: SourceTree): Violation[] {
  return Object.entries(tree).flatMap(([file, code]) => [
    ...violationsOf(file, code),
    ...zodViolations(file, code),
  ]);
}
