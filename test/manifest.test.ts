import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readApp, type AppUnderCheck, type Manifest } from '../tools/manifest/app-under-check';
import { MANIFEST_RULES, manifestProblems } from '../tools/manifest/manifest-problems';

const soundManifest: Manifest = {
  app: {
    storage: {
      entities: [
        {
          name: 'history',
          attributes: { project: { type: 'string' }, at: { type: 'string' }, entry: { type: 'any' } },
          indexes: [{ name: 'by-project', partition: ['project'], range: ['at'] }],
        },
      ],
    },
  },
  modules: {
    'jira:globalBackgroundScript': [
      { key: 'indicator', resource: 'page', resolver: { function: 'resolver' }, experience: ['all'] },
    ],
    'jiraServiceManagement:portalFooter': [
      { key: 'portal', resource: 'page', unlicensedAccess: ['customer'] },
    ],
    consumer: [{ key: 'jobs', queue: 'jobs', function: 'run-job' }],
    trigger: [{ key: 'people', function: 'on-event', events: ['avi:jira:deleted:user'] }],
    function: [{ key: 'resolver' }, { key: 'run-job' }, { key: 'on-event' }],
  },
  resources: [{ key: 'page', path: 'static/dist/page' }],
  translations: {
    resources: [
      { key: 'en-US', path: 'locales/en-US.json' },
      { key: 'de-DE', path: 'locales/de-DE.json' },
    ],
    fallback: { default: 'en-US' },
  },
  permissions: { scopes: ['storage:app', 'read:jira-user', 'report:personal-data'] },
};

const soundApp: AppUnderCheck = {
  manifest: soundManifest,
  locales: {
    'en-US': { agent: { online: '{count} online' } },
    'de-DE': { agent: { online: '{count} sind online' } },
  },
  sources: {
    'platform/store.ts': "import { kvs } from '@forge/kvs';",
    'platform/people.ts':
      'requestJira(route`/rest/api/3/user/bulk?${query}`); privacy.reportPersonalData(ids);',
  },
  operations: { '/rest/api/3/user/bulk': ['read:jira-user'] },
};

/** The sound app with something broken in a copy of its own. */
function broken(breakIt: (app: AppUnderCheck) => void): AppUnderCheck {
  const app = structuredClone(soundApp);
  breakIt(app);
  return app;
}

function withModule(kind: string, ...modules: { key: string; [member: string]: unknown }[]): AppUnderCheck {
  return broken(({ manifest }) => {
    manifest.modules[kind] = [...(manifest.modules[kind] ?? []), ...modules];
  });
}

function withIndex(index: { name: string; partition?: string[]; range: string[] }): AppUnderCheck {
  return broken(({ manifest }) => manifest.app.storage?.entities?.[0]?.indexes?.push(index));
}

function withSource(code: string): AppUnderCheck {
  return broken(({ sources }) => {
    sources['platform/new.ts'] = code;
  });
}

function withGerman(texts: Record<string, unknown>): AppUnderCheck {
  return broken(({ locales }) => {
    locales['de-DE'] = texts;
  });
}

const BAD_SAMPLES: [rule: string, problem: RegExp, app: AppUnderCheck][] = [
  [
    'unlicensedAccessIsKnown',
    /unknown value "everybody"/,
    withModule('jiraServiceManagement:portalHeader', { key: 'header', unlicensedAccess: ['everybody'] }),
  ],
  [
    'backgroundScriptIsUnconditional',
    /takes no displayConditions/,
    withModule('jira:globalBackgroundScript', { key: 'other', displayConditions: { isAdmin: true } }),
  ],
  [
    'scheduledTriggersFit',
    /6 scheduled triggers/,
    withModule('scheduledTrigger', ...['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({ key }))),
  ],
  [
    'eventsAreKnown',
    /avi:jira:delete:user/,
    withModule('trigger', { key: 'typo', events: ['avi:jira:delete:user'] }),
  ],
  [
    'backgroundFunctionsAreTheirOwn',
    /run-job is shared by/,
    withModule('jira:adminPage', { key: 'admin', resolver: { function: 'run-job' } }),
  ],
  ['functionsAreUsed', /function left-over/, withModule('function', { key: 'left-over' })],
  [
    'resourcesAreUsed',
    /resource left-over/,
    broken(({ manifest }) => manifest.resources?.push({ key: 'left-over', path: 'static/dist/left-over' })),
  ],
  [
    'entitiesFit',
    /21 storage entities/,
    broken(({ manifest }) => {
      const entities = Array.from({ length: 21 }, (_, n) => ({ name: `entity-${n}`, attributes: {} }));
      manifest.app.storage = { entities };
    }),
  ],
  ['indexedAttributesAreTyped', /has the type any/, withIndex({ name: 'by-entry', range: ['entry'] })],
  ['indexedAttributesAreTyped', /missing attribute who/, withIndex({ name: 'by-who', range: ['who'] })],
  [
    'rangesHaveOneAttribute',
    /more than one attribute/,
    withIndex({ name: 'by-two', range: ['project', 'at'] }),
  ],
  [
    'permissionsAreDeclared',
    /permissions.scopes is missing/,
    broken(({ manifest }) => {
      delete manifest.permissions;
    }),
  ],
  [
    'scopesAreComplete',
    /storage:app is missing/,
    broken(({ manifest }) => {
      manifest.permissions = { scopes: ['read:jira-user', 'report:personal-data'] };
    }),
  ],
  [
    'scopesAreComplete',
    /read:jira-user is missing: src\/platform\/people.ts calls/,
    broken(({ manifest }) => {
      manifest.permissions = { scopes: ['storage:app', 'report:personal-data'] };
      manifest.modules.trigger = [];
    }),
  ],
  [
    'scopesAreUsed',
    /write:jira-work is asked for/,
    broken(({ manifest }) => manifest.permissions?.scopes?.push('write:jira-work')),
  ],
  ['calledPathsAreListed', /calls \/rest\/api\/3\/issue\/\{\}/, withSource('route`/rest/api/3/issue/${id}`')],
  [
    'listedPathsAreCalled',
    /lists \/rest\/api\/3\/myself/,
    broken(({ operations }) => {
      operations['/rest/api/3/myself'] = [];
    }),
  ],
  [
    'localesAreDeclared',
    /fr-FR.json is not in/,
    broken(({ locales }) => {
      locales['fr-FR'] = { agent: { online: '{count} en ligne' } };
    }),
  ],
  ['localesHaveTheSameKeys', /lacks agent.online/, withGerman({ agent: {} })],
  [
    'localesHaveTheSameKeys',
    /alone has agent.offline/,
    withGerman({ agent: { online: '{count}', offline: 'x' } }),
  ],
  [
    'localesHaveTheSamePlaceholders',
    /placeholders "\{zahl\}"/,
    withGerman({ agent: { online: '{zahl} online' } }),
  ],
  ['textsAreWritten', /agent.online is no text/, withGerman({ agent: { online: ' ' } })],
];

describe('The rules for the manifest', () => {
  it('find nothing wrong with a sound app', () => {
    expect(manifestProblems(soundApp)).toEqual([]);
  });

  it.each(BAD_SAMPLES)('%s finds %s', (name, problem, app) => {
    expect(MANIFEST_RULES[name]?.(app)).toEqual([expect.stringMatching(problem)]);
  });

  it('are all shown to find something', () => {
    expect(new Set(BAD_SAMPLES.map(([name]) => name))).toEqual(new Set(Object.keys(MANIFEST_RULES)));
  });
});

describe("Frontdesk's manifest", () => {
  it.each(Object.entries(MANIFEST_RULES))('keeps the rule %s', async (_name, rule) => {
    expect(rule(await readApp(path.resolve(import.meta.dirname, '..')))).toEqual([]);
  });
});
