import type {
  Content,
  OpenApiDocument,
  Operation,
  Parameter,
  Schema,
} from '../../local/jira/openapi/openapi-document';
import { valuesInProse } from './values-in-prose';
import type { BodyByWords, WantedOperation } from './wanted-operations';

/** General sections that say what calls must observe. */
const SECTIONS = ['experimental', 'status-codes', 'status', 'project-identifiers'];
/** What errors look like; operations do not always refer to it. */
const ERRORS = ['ErrorCollection', 'ErrorResponse'];
const LEFT_OUT = new Set(['example', 'xml', 'x-changes', 'x-showInExample', 'default']);
const PERMISSIONS = /\*\*\[Permissions\]\(#permissions\) required[\s\S]*/;

/** An OpenAPI document with some of its operations, and what these refer to. Throws when it has not all of them. */
export function trimmedDocument(whole: OpenApiDocument, wanted: readonly WantedOperation[]): OpenApiDocument {
  const paths = Object.fromEntries(
    wanted.map(({ path, methods, bodyByWords }) => [
      path,
      Object.fromEntries(
        methods.map((method) => [method, trimmedOperation(whole, path, method, bodyByWords)]),
      ),
    ]),
  );
  const { openapi, info, components } = whole;
  const names = new Set(ERRORS.filter((name) => components.schemas[name]));
  collectReferences(paths, names);
  // A set that grows while it is walked: what is referred to refers to more.
  const schemas = Object.fromEntries(
    [...walk(names, components.schemas)].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const documents = whole['x-atlassian-narrative'].documents.filter(({ anchor }) =>
    SECTIONS.includes(anchor),
  );
  return {
    openapi,
    info: { title: info['title'], version: info['version'], license: info['license'] },
    'x-atlassian-narrative': { documents },
    paths,
    components: { schemas },
  };
}

function* walk(names: Set<string>, schemas: Record<string, Schema>): Generator<[string, Schema]> {
  for (const name of names) {
    const schema = schemas[name];
    if (!schema) throw new Error(`The document refers to ${name}, and does not have it.`);
    const trimmed = trimmedSchema(schema);
    collectReferences(trimmed, names);
    yield [name, trimmed];
  }
}

function collectReferences(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [member, inner] of Object.entries(value)) {
    if (member === '$ref' && typeof inner === 'string') names.add(inner.split('/').at(-1) ?? '');
    else collectReferences(inner, names);
  }
}

function trimmedOperation(
  whole: OpenApiDocument,
  path: string,
  method: string,
  bodyByWords: BodyByWords | undefined,
): Operation {
  const operation = whole.paths[path]?.[method];
  if (!operation) throw new Error(`The document has no ${method.toUpperCase()} ${path}.`);
  if (bodyByWords && !operation.description.includes(bodyByWords.words))
    throw new Error(`${path} says no longer: ${bodyByWords.words}`);
  const { summary, description, parameters, requestBody, responses, deprecated } = operation;
  return {
    summary,
    description: [bodyByWords?.words, PERMISSIONS.exec(description)?.[0]].filter(Boolean).join('\n\n'),
    ...(deprecated && { deprecated }),
    ...(operation['x-experimental'] && { 'x-experimental': true }),
    ...(parameters && { parameters: parameters.map(trimmedParameter) }),
    ...(requestBody && {
      requestBody: {
        ...(requestBody.required && { required: true }),
        content: bodyByWords
          ? { 'application/json': { schema: bodyByWords.schema } }
          : trimmedContent(requestBody.content),
      },
    }),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, { description: words, content }]) => [
        status,
        { description: words, ...(content && { content: trimmedContent(content) }) },
      ]),
    ),
  };
}

function trimmedParameter({ name, in: place, required, description = '', schema }: Parameter): Parameter {
  return {
    name,
    in: place,
    ...(required && { required }),
    ...(description && { description }),
    schema: withValues(trimmedSchema(schema), valuesInProse(name, description)),
  };
}

const trimmedContent = (content: Content): Content =>
  Object.fromEntries(
    Object.entries(content).map(([type, { schema }]) => [
      type,
      schema ? { schema: trimmedSchema(schema) } : {},
    ]),
  );

/** Without examples; `properties` holds names, of which none is left out. */
function trimmedSchema(schema: Schema): Schema {
  const { properties, items, additionalProperties, allOf, ...rest } = schema;
  if (allOf && allOf.length !== 1)
    throw new Error('A schema with several parts is new: say how they combine.');
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([keyword]) => !LEFT_OUT.has(keyword))),
    ...(allOf && { allOf: allOf.map(trimmedSchema) }),
    ...(items && { items: trimmedSchema(items) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'boolean'
          ? additionalProperties
          : trimmedSchema(additionalProperties),
    }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => [name, trimmedMember(name, inner)]),
      ),
    }),
  };
}

const trimmedMember = (name: string, schema: Schema): Schema =>
  withValues(trimmedSchema(schema), valuesInProse(name, schema.description ?? ''));

/** The values that a text may have, or each text of a list. */
function withValues(schema: Schema, values: string[] | undefined): Schema {
  if (!values) return schema;
  if (schema.items) return { ...schema, items: { ...schema.items, 'x-values': values } };
  return { ...schema, 'x-values': values };
}
