import { HELP, readOptions, UsageError } from './command-line';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  // Only now: help and mistakes are answered before all that a site needs is loaded.
  const { runSite } = await import('./run-site');
  await runSite(options);
}

try {
  await main();
} catch (error) {
  const isUsage = error instanceof UsageError;
  process.stderr.write(`${isUsage ? error.message : String((error as Error).stack)}\n`);
  process.exit(1);
}
