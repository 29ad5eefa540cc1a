import { z } from 'zod';

/**
 * The part of manifest.yml that the local site understands. Objects of module kinds are loose: Atlassian's
 * validators check what is written (`npm run check`), this schema checks what the site needs to mount it.
 */

const key = z.string().min(1);
/** A text, or the key of one in the translations. */
const text = z.union([z.string(), z.object({ i18n: key })]);
const resolver = z.object({ function: key });

const uiTarget = z.looseObject({
  page: key.optional(),
  resource: key.optional(),
  viewportSize: z.string().optional(),
});

const uiModule = z.looseObject({
  key,
  resource: key.optional(),
  resolver: resolver.optional(),
  title: text.optional(),
  label: text.optional(),
  icon: z.string().optional(),
  keywords: z.array(z.string()).optional(),
  target: uiTarget.optional(),
  viewportSize: z.string().optional(),
  experience: z.array(z.string()).optional(),
  pages: z.array(z.string()).optional(),
  description: text.optional(),
  edit: z.looseObject({ resource: key }).optional(),
  displayConditions: z.record(z.string(), z.unknown()).optional(),
  unlicensedAccess: z.array(z.enum(['unlicensed', 'customer', 'anonymous'])).optional(),
});

export const UI_MODULE_KINDS = [
  'jira:globalPage',
  'jira:globalBackgroundScript',
  'jira:command',
  'jira:projectPage',
  'jira:projectSettingsPage',
  'jira:issueContext',
  'jira:adminPage',
  'jira:personalSettingsPage',
  'jira:dashboardGadget',
  'jiraServiceManagement:queuePage',
  'jiraServiceManagement:portalFooter',
  'jiraServiceManagement:portalSubheader',
  'jiraServiceManagement:portalRequestDetailPanel',
] as const;
export type UiModuleKind = (typeof UI_MODULE_KINDS)[number];

const uiModules = Object.fromEntries(
  UI_MODULE_KINDS.map((kind) => [kind, z.array(uiModule).optional()]),
) as Record<UiModuleKind, z.ZodOptional<z.ZodArray<typeof uiModule>>>;

export const INTERVAL_MS = {
  fiveMinute: 5 * 60_000,
  hour: 60 * 60_000,
  day: 24 * 60 * 60_000,
  week: 7 * 24 * 60 * 60_000,
} as const;
export type Interval = keyof typeof INTERVAL_MS;

const ATTRIBUTE_TYPES = ['string', 'integer', 'float', 'boolean', 'any'] as const;

const entity = z.strictObject({
  name: key,
  attributes: z.record(z.string(), z.strictObject({ type: z.enum(ATTRIBUTE_TYPES) })),
  indexes: z
    .array(
      z.union([
        key.transform((attribute) => ({ name: attribute, range: [attribute], partition: [] as string[] })),
        z.strictObject({
          name: key,
          range: z.array(key).length(1).optional(),
          partition: z.array(key).default([]),
        }),
      ]),
    )
    .default([]),
});

export const manifestSchema = z.looseObject({
  app: z.looseObject({
    id: z
      .string()
      .regex(/^ari:cloud:ecosystem::app\/[^/]+$/, 'must look like ari:cloud:ecosystem::app/<uuid>'),
    storage: z.object({ entities: z.array(entity).default([]) }).optional(),
  }),
  modules: z.strictObject({
    ...uiModules,
    action: z
      .array(
        z.looseObject({
          key,
          function: key,
          actionVerb: z.enum(['GET', 'CREATE', 'UPDATE', 'DELETE', 'TRIGGER']),
          inputs: z
            .record(
              key,
              z.looseObject({
                type: z.enum(['string', 'integer', 'number', 'boolean']),
                required: z.boolean().default(false),
              }),
            )
            .default({}),
        }),
      )
      .optional(),
    'rovo:agent': z.array(z.looseObject({ key, actions: z.array(key).default([]) })).optional(),
    'jira:entityProperty': z
      .array(
        z.strictObject({
          key,
          propertyKey: key,
          entityType: z.literal('issue'),
          values: z.array(
            z.strictObject({
              path: key,
              type: z.enum(['number', 'string', 'text', 'user', 'date']),
              searchAlias: key.optional(),
            }),
          ),
        }),
      )
      .optional(),
    webtrigger: z
      .array(z.looseObject({ key, function: key, urlFormat: z.enum(['v1', 'v2']).default('v1') }))
      .optional(),
    consumer: z.array(z.strictObject({ key, queue: key, function: key })).optional(),
    scheduledTrigger: z
      .array(z.looseObject({ key, function: key, interval: z.enum(Object.keys(INTERVAL_MS) as Interval[]) }))
      .optional(),
    trigger: z
      .array(
        z.looseObject({
          key,
          function: key,
          events: z.array(key).min(1),
          filter: z.looseObject({ ignoreSelf: z.boolean().optional() }).optional(),
        }),
      )
      .optional(),
    function: z
      .array(
        z.strictObject({
          key,
          handler: z.string().regex(/^[\w/-]+\.\w+$/),
          timeoutSeconds: z.number().optional(),
        }),
      )
      .default([]),
  }),
  resources: z.array(z.looseObject({ key, path: z.string() })).default([]),
  translations: z
    .object({
      resources: z.array(z.object({ key, path: z.string() })),
      fallback: z.looseObject({ default: key }),
    })
    .optional(),
  permissions: z
    .looseObject({
      scopes: z.array(z.string()).default([]),
      content: z.record(z.string(), z.unknown()).optional(),
      external: z.record(z.string(), z.unknown()).optional(),
    })
    .default({ scopes: [] }),
});

export type RawManifest = z.infer<typeof manifestSchema>;
export type ActionModule = NonNullable<RawManifest['modules']['action']>[number];
export type UiModuleEntry = z.infer<typeof uiModule>;
export type ManifestText = z.infer<typeof text>;
export type EntityDefinition = z.infer<typeof entity>;
