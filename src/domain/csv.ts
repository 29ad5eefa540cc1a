/** Excel takes a file without it for one in the computer's own code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would run instead of show. */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * A table as a CSV file (RFC 4180). Names, reasons and what customers say stand in it: a cell that a spreadsheet takes for a
 * formula begins with an apostrophe.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');

function cellOf(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
