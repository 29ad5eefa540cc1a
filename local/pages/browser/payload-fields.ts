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

/** As pages send a request's headers: a list of pairs. What is no pair of texts is left out. */
export function headersField(fields: Fields): Record<string, string> {
  const pairs: unknown[] = Array.isArray(fields.headers) ? fields.headers : [];
  return Object.fromEntries(
    pairs.filter(
      (pair): pair is [string, string] =>
        Array.isArray(pair) && pair.length === 2 && pair.every((text) => typeof text === 'string'),
    ),
  );
}

export function functionField(fields: Fields, name: string): (...args: unknown[]) => unknown {
  const value = fields[name];
  if (typeof value !== 'function') throw new Error(`"${name}" must be a function.`);
  return (...args): unknown => Reflect.apply(value, undefined, args);
}
