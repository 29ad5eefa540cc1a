/** One measured figure. */
export interface BenchLine {
  /** The figure's name in docs/benchmarks.md. */
  id: string;
  what: string;
  measured: string;
  /** Absent where a number is told for information only. */
  bound?: string;
  ok: boolean;
}

const COLUMNS = ['figure', 'what', 'measured', 'bound', ''];

function verdict({ bound, ok }: BenchLine): string {
  if (bound === undefined) return '';
  return ok ? 'ok' : 'OVER';
}

/** The lines as a table for a terminal, which Markdown understands too. */
export function benchTable(lines: BenchLine[]): string {
  const rows = lines.map((line) => [line.id, line.what, line.measured, line.bound ?? '', verdict(line)]);
  const widths = COLUMNS.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const render = (cells: string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [render(COLUMNS), rule, ...rows.map(render)].join('\n');
}
