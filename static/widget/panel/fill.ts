/** A text with its placeholders filled in; a value that is missing is nothing. */
export const fill = (text: string | undefined, values: Record<string, string | number | undefined>): string =>
  (text ?? '').replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''));
