import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { openApiDocument, type DocumentName } from './find-operation';
import type { Parameter, Schema } from './openapi-document';

/** Whose words are judged: members that are read only are Jira's alone. */
export type Side = 'call' | 'answer';

type JsonSchema = Record<string, unknown>;

const idOf = (document: DocumentName, side: Side): string => `https://atlassian.example/${document}/${side}`;

/**
 * A schema of the document as JSON Schema. What it does not name is refused, also where it says
 * `additionalProperties: true`: nobody may rely on a member without documentation.
 */
function jsonSchema(schema: Schema, document: DocumentName, side: Side): JsonSchema | false {
  const { $ref, allOf, properties, items, additionalProperties, required, readOnly, ...rest } = schema;
  const { 'x-values': values, ...keywords } = rest;
  if (readOnly && side === 'call') return false;
  const inner = (of: Schema): JsonSchema | false => jsonSchema(of, document, side);
  const reference = $ref ?? allOf?.[0]?.$ref;
  return {
    ...keywords,
    ...(reference !== undefined && { $ref: `${idOf(document, side)}#/$defs/${path.basename(reference)}` }),
    ...(values && { pattern: oneOrMore(values) }),
    ...(items && { items: inner(items) }),
    ...(required && {
      required: required.filter((name) => side === 'answer' || !properties?.[name]?.readOnly),
    }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, member]) => [name, inner(member)]),
      ),
      additionalProperties: false,
    }),
    // A map from names to values of one form.
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: inner({ ...additionalProperties, readOnly: false }),
    }),
  };
}

/** A list in one text, separated by commas. */
function oneOrMore(values: string[]): string {
  const one = `(?:${values.map((value) => value.replaceAll('.', String.raw`\.`)).join('|')})`;
  return `^${one}(?:,${one})*$`;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/;
const isUrl = (text: string): boolean => URL.canParse(text);
const wholeUpTo = (most: number) => ({
  type: 'number' as const,
  validate: (value: number) => Number.isInteger(value) && Math.abs(value) <= most,
});

/** The formats that the documents name. Jira writes `+0000` where RFC 3339 has `+00:00`, and its documents say so. */
const FORMATS = {
  int32: wholeUpTo(2 ** 31),
  int64: wholeUpTo(Number.MAX_SAFE_INTEGER),
  double: { type: 'number' as const, validate: () => true },
  'date-time': MOMENT,
  date: /^\d{4}-\d\d-\d\d$/,
  uri: isUrl,
  url: isUrl,
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  byte: true as const,
  binary: true as const,
};

const options = { allErrors: true, verbose: true, strictTypes: false, formats: FORMATS } as const;
const bodies = new Ajv(options);
/** What stands in an address is text: numbers, truth and lists of one are read from it. */
const addresses = new Ajv({ ...options, coerceTypes: 'array' });

/** The document's schemas, known to the validator from when one may be referred to. */
function withSchemas(ajv: Ajv, document: DocumentName, side: Side): Ajv {
  const $id = idOf(document, side);
  if (ajv.schemas[$id]) return ajv;
  const schemas = Object.entries(openApiDocument(document).components.schemas).map(
    ([name, schema]): [string, JsonSchema | false] => [name, jsonSchema(schema, document, side)],
  );
  return ajv.addSchema({ $id, $defs: Object.fromEntries(schemas) });
}

const compiled = new Map<string, ValidateFunction>();

/** `key` names the schema: it is compiled once. */
function compiledOnce(key: string, compile: () => ValidateFunction): ValidateFunction {
  const known = compiled.get(key) ?? compile();
  compiled.set(key, known);
  return known;
}

/** Judges a body by a schema of the document. */
export function bodyValidator(
  key: string,
  schema: Schema,
  document: DocumentName,
  side: Side,
): ValidateFunction {
  return compiledOnce(`${key} ${side}`, () =>
    withSchemas(bodies, document, side).compile(jsonSchema(schema, document, side) || {}),
  );
}

/** Judges the parameters that stand in one place: an object of texts, and of lists of texts. */
export function parameterValidator(
  key: string,
  parameters: Parameter[],
  document: DocumentName,
): ValidateFunction {
  const described = ({ name, description, schema }: Parameter): [string, Schema] => [
    name,
    { ...schema, ...(description !== undefined && { description }) },
  ];
  const schema: Schema = {
    type: 'object',
    properties: Object.fromEntries(parameters.map(described)),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
  return compiledOnce(key, () =>
    withSchemas(addresses, document, 'call').compile(jsonSchema(schema, document, 'call') || {}),
  );
}
