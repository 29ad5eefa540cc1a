/** Reads members of what a frame sent. A wrong type is the app's mistake, and is told to it by name. */

export type Fields = Record<string, unknown>;

export function fieldsOf(payload: unknown): Fields {
  return typeof payload === 'object' && payload !== null ? { ...payload } : {};
}

export function textField(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new Error(`"${name}" must be a string.`);
  return value;
}

export function optionalText(fields: Fields, name: string): string | undefined {
  return fields[name] === undefined || fields[name] === null ? undefined : textField(fields, name);
}

/** An empty text counts as none. */
export function nonEmptyText(fields: Fields, name: string): string | undefined {
  const text = optionalText(fields, name);
  return text === '' ? undefined : text;
}

export function functionField(fields: Fields, name: string): (...args: unknown[]) => unknown {
  const value = fields[name];
  if (typeof value !== 'function') throw new Error(`"${name}" must be a function.`);
  return (...args): unknown => Reflect.apply(value, undefined, args);
}
