/** As much of OpenAPI 3.0 as Atlassian's documents use. */

export interface Schema {
  $ref?: string;
  /** Atlassian has one schema in it, always: a reference with words of its own. */
  allOf?: Schema[];
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: boolean | Schema;
  required?: string[];
  readOnly?: boolean;
  description?: string;
  enum?: string[];
  /** Ours: values that the document lists in its description only. */
  'x-values'?: string[];
  [keyword: string]: unknown;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: Schema;
}

/** By media type. */
export type Content = Record<string, { schema?: Schema }>;

export interface Operation {
  summary: string;
  /** In the trimmed copies: who may call it. */
  description: string;
  deprecated?: boolean;
  'x-experimental'?: boolean;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { description: string; content?: Content }>;
}

export interface OpenApiDocument {
  openapi: string;
  info: Record<string, unknown>;
  'x-atlassian-narrative': { documents: { anchor: string; title: string; body: string }[] };
  /** By path, then by method in lower case. */
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}
