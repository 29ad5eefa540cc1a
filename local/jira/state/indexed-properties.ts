import type { Issue } from '../records/issue';

/** A value in a property of issues that an app has Jira index (`jira:entityProperty`): what JQL may name, and nothing else. */
export interface IndexedProperty {
  propertyKey: string;
  /** Members, from the outside in, with dots between them. */
  path: string;
  type: 'number' | 'string' | 'text' | 'user' | 'date';
  searchAlias?: string | undefined;
}

/** The one that JQL names, by its place or by its alias. */
export const indexedProperty = (
  field: string,
  indexed: readonly IndexedProperty[],
): IndexedProperty | undefined =>
  indexed.find(({ propertyKey, path, searchAlias }) =>
    [`issue.property[${propertyKey}].${path}`, searchAlias].some(
      (name) => name?.toLowerCase() === field.toLowerCase(),
    ),
  );

/** What an issue has there, as JQL writes it. */
export function propertyValues({ properties }: Issue, { propertyKey, path }: IndexedProperty): string[] {
  let value: unknown = Object.hasOwn(properties, propertyKey) ? properties[propertyKey] : undefined;
  for (const member of path.split('.')) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, member)
        ? (value as Record<string, unknown>)[member]
        : undefined;
  }
  return ['string', 'number', 'boolean'].includes(typeof value) ? [String(value)] : [];
}

const COMPARED: Record<string, (a: number, b: number) => boolean> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** Whether a value is as the operator says; null: values of this type are not compared so. */
export function comparison(
  sign: string,
  { type }: IndexedProperty,
  wanted: string,
): ((found: string) => boolean) | null {
  const compare = COMPARED[sign];
  const read = type === 'number' ? Number : type === 'date' ? Date.parse : null;
  if (!compare || !read || Number.isNaN(read(wanted))) return null;
  return (found) => compare(read(found), read(wanted));
}
