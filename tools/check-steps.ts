import path from 'node:path';
import { installAtlassianTools } from './atlassian-tools';
import { readApp } from './manifest/app-under-check';
import { manifestProblems } from './manifest/manifest-problems';
import { runCommand, type CommandResult } from './run-command';

export interface CheckStep {
  name: string;
  what: string;
  /** The output is worth a look even if nothing is wrong. */
  showOutput?: true;
  run(): Promise<CommandResult>;
}

/** Each folder that has a tsconfig of its own: they differ in what surrounds the code. */
const TYPE_PROJECTS = ['.', 'local', 'static', 'test', 'tools'];

/** Both results, of which a failure comes first. */
function join(results: CommandResult[]): CommandResult {
  return {
    ok: results.every(({ ok }) => ok),
    output: results
      .map(({ output }) => output)
      .filter(Boolean)
      .join('\n'),
  };
}

/** The steps of `npm run check` for the repository at `root`, in order. */
export function checkSteps(root: string): CheckStep[] {
  const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);
  const run = (name: string, ...args: string[]): Promise<CommandResult> => runCommand(bin(name), args, root);
  const atlassian = async (script: string): Promise<CommandResult> => {
    const installed = await installAtlassianTools(root);
    if (!installed.ok) return installed;
    return runCommand(process.execPath, [path.join(root, 'tools/atlassian', script)], root);
  };

  const vitest = (...files: string[]): Promise<CommandResult> =>
    run('vitest', 'run', '--project', 'node', ...files);

  const types = async (): Promise<CommandResult> => {
    const results: CommandResult[] = [];
    for (const project of TYPE_PROJECTS) results.push(await run('tsc', '--noEmit', '--project', project));
    return join(results);
  };

  const manifest = async (): Promise<CommandResult> => {
    const problems = manifestProblems(await readApp(root));
    const own = { ok: problems.length === 0, output: problems.join('\n') };
    return join([own, await atlassian('validate.cjs')]);
  };

  return [
    {
      name: 'build',
      what: 'the pages and the widget compile',
      run: () => run('tsx', 'static/build/main.ts'),
    },
    { name: 'format', what: 'prettier', run: () => run('prettier', '--check', '--log-level', 'warn', '.') },
    { name: 'lint', what: 'oxlint with types, no warnings', run: () => run('oxlint', '--deny-warnings') },
    { name: 'types', what: 'the TypeScript compiler, folder by folder', run: types },
    { name: 'rooms', what: 'who imports whom, no circles', run: () => vitest('test/architecture.test.ts') },
    { name: 'unused', what: 'knip: files, exports and packages that nobody uses', run: () => run('knip') },
    {
      name: 'sizes',
      what: 'what is loaded before the first useful screen (F9-F12, F18)',
      showOutput: true,
      run: () => run('tsx', 'tools/budget/main.ts'),
    },
    { name: 'manifest', what: "our own rules, Atlassian's validators and linters", run: manifest },
    {
      name: 'bundle',
      what: "Atlassian's bundler, and the size of each function's bundle",
      showOutput: true,
      run: () => atlassian('bundle.cjs'),
    },
  ];
}
