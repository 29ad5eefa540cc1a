/** Names one wish of a person. A retry carries the same id, so that it cannot apply twice. */
export const newOperationId = (): string => crypto.randomUUID();
