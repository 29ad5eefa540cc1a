import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { OpenApiDocument, Operation } from './openapi-document';

/** Atlassian's documents, trimmed by tools/trim-openapi.ts. */
const NAMES = ['platform', 'service-management'] as const;
export type DocumentName = (typeof NAMES)[number];

/** An operation, and where it stands. */
export interface FoundOperation {
  /** `GET /rest/api/3/issue/{issueIdOrKey}` */
  name: string;
  document: DocumentName;
  operation: Operation;
  /** What the path has in the places of the template's parameters. */
  pathValues: Record<string, string>;
}

interface Entry {
  segments: string[];
  name: string;
  document: DocumentName;
  operation: Operation;
}

const read = (name: DocumentName): OpenApiDocument =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `${name}.json`), 'utf8')) as OpenApiDocument;

const documents = new Map<DocumentName, OpenApiDocument>();

/** The document, read when it is first asked for. */
export function openApiDocument(name: DocumentName): OpenApiDocument {
  const document = documents.get(name) ?? read(name);
  documents.set(name, document);
  return document;
}

const isParameter = (segment: string): boolean => segment.startsWith('{');
const literalLength = ({ segments }: Entry): number =>
  segments.filter((segment) => !isParameter(segment)).join('/').length;

/** By method and number of segments; what has the most literal characters comes first. */
let entries: Map<string, Entry[]> | undefined;

function indexed(): Map<string, Entry[]> {
  if (entries) return entries;
  entries = new Map();
  for (const document of NAMES)
    for (const [template, methods] of Object.entries(openApiDocument(document).paths))
      for (const [method, operation] of Object.entries(methods)) {
        const segments = template.split('/');
        const key = `${method.toUpperCase()} ${segments.length}`;
        const name = `${method.toUpperCase()} ${template}`;
        entries.set(key, [...(entries.get(key) ?? []), { segments, name, document, operation }]);
      }
  for (const list of entries.values()) list.sort((a, b) => literalLength(b) - literalLength(a));
  return entries;
}

/** The operation of a method and a path without its query; undefined: the documents have none. */
export function findOperation(method: string, pathname: string): FoundOperation | undefined {
  const given = pathname.split('/');
  const found = indexed()
    .get(`${method} ${given.length}`)
    ?.find(({ segments }) =>
      segments.every((segment, index) =>
        isParameter(segment) ? given[index] !== '' : segment === given[index],
      ),
    );
  if (!found) return undefined;
  const { name, document, operation, segments } = found;
  const pathValues = Object.fromEntries(
    segments.flatMap((segment, index) =>
      isParameter(segment) ? [[segment.slice(1, -1), decoded(given[index] ?? '')]] : [],
    ),
  );
  return { name, document, operation, pathValues };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
