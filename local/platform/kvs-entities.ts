import type { EntityDefinition } from '../manifest-schema';
import { badRequest } from './kvs-error';
import { INTEGER_MAX, INTEGER_MIN, PARTITION_BYTES, RANGE_BYTES } from './limits';

export interface EntityIndex {
  partition: string[];
  /** Null: ordered by key alone. */
  range: string | null;
}

/** The custom entity types that the manifest declares: what may be stored in them, and how they are indexed. */
export class KvsEntities {
  readonly #definitions: Map<string, EntityDefinition>;

  constructor(definitions: EntityDefinition[]) {
    this.#definitions = new Map(definitions.map((definition) => [definition.name, definition]));
  }

  names(): string[] {
    return [...this.#definitions.keys()];
  }

  definition(name: unknown): EntityDefinition {
    const definition = typeof name === 'string' ? this.#definitions.get(name) : undefined;
    if (!definition)
      throw badRequest('INVALID_ENTITY_TYPE', `Entity ${String(name)} is not declared in the manifest`);
    return definition;
  }

  typeOf(definition: EntityDefinition, attribute: string): string | undefined {
    return Object.hasOwn(definition.attributes, attribute)
      ? definition.attributes[attribute]?.type
      : undefined;
  }

  /** Throws a KvsError unless the value fits the declared attributes. */
  checkValue(definition: EntityDefinition, value: unknown): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw badRequest('INVALID_ENTITY_VALUE', `A value of entity ${definition.name} must be an object`);
    }
    for (const [attribute, member] of Object.entries(value)) {
      const type = this.typeOf(definition, attribute);
      if (!type) {
        throw badRequest(
          'INVALID_ENTITY_ATTRIBUTE',
          `Entity ${definition.name} has no attribute ${attribute}`,
        );
      }
      if (!fits(type, member)) {
        throw badRequest(
          'INVALID_ENTITY_VALUE',
          `Attribute ${attribute} of entity ${definition.name} must be of type ${type}`,
        );
      }
    }
    this.#checkIndexedSizes(definition, value as Record<string, unknown>);
  }

  index(definition: EntityDefinition, name: string): EntityIndex {
    if (name === 'by-key') return { partition: [], range: null };
    const index = definition.indexes.find((candidate) => candidate.name === name);
    if (!index) {
      throw badRequest(
        'INVALID_ENTITY_INDEX',
        `Entity ${definition.name} has no index ${name} in the manifest`,
      );
    }
    return { partition: index.partition, range: index.range?.[0] ?? null };
  }

  #checkIndexedSizes(definition: EntityDefinition, value: Record<string, unknown>): void {
    const bytesOf = (attributes: string[]): number =>
      attributes.reduce((sum, attribute) => sum + textBytes(value[attribute]), 0);
    for (const { name, partition, range = [] } of definition.indexes) {
      if (bytesOf(partition) > PARTITION_BYTES || bytesOf(range) > RANGE_BYTES) {
        throw badRequest(
          'INVALID_ENTITY_VALUE',
          `The attributes of index ${name} of entity ${definition.name} are too long`,
        );
      }
    }
  }
}

/** Only texts can be too long for an index. */
const textBytes = (value: unknown): number => (typeof value === 'string' ? Buffer.byteLength(value) : 0);

function fits(type: string, value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string' && value.trim() !== '';
    case 'integer':
      return Number.isInteger(value) && Number(value) >= INTEGER_MIN && Number(value) <= INTEGER_MAX;
    case 'float':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    default:
      return true;
  }
}
