import type { AppUnderCheck, StorageEntity } from './app-under-check';

const ENTITIES = 20;

const entitiesOf = ({ manifest }: AppUnderCheck): StorageEntity[] => manifest.app.storage?.entities ?? [];

export function entitiesFit(app: AppUnderCheck): string[] {
  const count = entitiesOf(app).length;
  return count <= ENTITIES ? [] : [`${count} storage entities: Forge takes at most ${ENTITIES}`];
}

/** Attributes of type `any` are opaque to Forge's storage: it can neither sort nor compare them. */
export function indexedAttributesAreTyped(app: AppUnderCheck): string[] {
  return entitiesOf(app).flatMap(({ name, attributes, indexes = [] }) =>
    indexes.flatMap((index) => {
      const fields =
        typeof index === 'string' ? [index] : [...(index.partition ?? []), ...(index.range ?? [])];
      return fields.flatMap((field) => {
        const type = attributes[field]?.type;
        if (type === undefined) return [`entity ${name}: an index names the missing attribute ${field}`];
        return type === 'any' ? [`entity ${name}: an index on ${field}, which has the type any`] : [];
      });
    }),
  );
}

export function rangesHaveOneAttribute(app: AppUnderCheck): string[] {
  return entitiesOf(app).flatMap(({ name, indexes = [] }) =>
    indexes.flatMap((index) =>
      typeof index !== 'string' && (index.range?.length ?? 0) > 1
        ? [`entity ${name}: the range of the index ${index.name} has more than one attribute`]
        : [],
    ),
  );
}
