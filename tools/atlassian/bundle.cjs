'use strict';
const { readFileSync, readdirSync, rmSync } = require('node:fs');
const path = require('node:path');
const { gzipSync } = require('node:zlib');
const { featureFlags, logger } = require('./quiet-services.cjs');

/*
 * Bundles the functions with the bundler that `forge deploy` runs (which also type-checks them), then measures the
 * bundles: one per handler file, not minified, loaded at a cold start. Run in the app's folder as the main script.
 */

/** Figure F12, KB of 1,000 bytes, gzip: a visitor pays for the web trigger's cold start. */
const GZIP_LIMIT_KB = { webtrigger: 60 };

// Makes the bundler take the runtime from this folder instead of downloading it.
process.env.FORGE_RUNTIME_PATH = path.join(__dirname, 'runtime');

const { getEntryPoints, getNodeBundler, getWrapperProvider } = require('@forge/bundler');
const {
  ConfigFile,
  FileSystemReader,
  FileSystemWriter,
  I18nResourceBundlingService,
} = require('@forge/cli-shared');

/** Bundles into a temporary folder and says which. */
async function bundle() {
  const fileSystemReader = new FileSystemReader();
  const manifest = new ConfigFile(fileSystemReader, new FileSystemWriter());
  const { modules, translations } = await manifest.readConfig();
  const wrapper = getWrapperProvider({ fileSystemReader, statsigService: featureFlags });
  const { outputDir } = await getNodeBundler(logger, wrapper, manifest, featureFlags).bundle({
    appDirectory: process.cwd(),
    entryPoints: getEntryPoints(await manifest.getAppHandlers()),
    i18nResourceBundle: await new I18nResourceBundlingService().bundle(modules, translations),
  });
  return outputDir;
}

function measure(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.cjs') && !name.startsWith('__'));
  return names.map((name) => ({
    name: path.basename(name, '.cjs'),
    kb: gzipSync(readFileSync(path.join(folder, name)), { level: 9 }).length / 1_000,
  }));
}

async function main() {
  const folder = await bundle();
  const sizes = measure(folder);
  rmSync(folder, { recursive: true, force: true });
  console.log(sizes.map(({ name, kb }) => `${name} ${kb.toFixed(1)} KB`).join(', ') + ' (gzip)');

  let tooLarge = false;
  for (const [name, limit] of Object.entries(GZIP_LIMIT_KB)) {
    const kb = sizes.find((size) => size.name === name)?.kb;
    if (kb !== undefined && kb <= limit) continue;
    tooLarge = true;
    console.error(
      kb === undefined
        ? `There is no bundle named ${name}.`
        : `${name} has ${kb.toFixed(1)} KB gzip; at most ${limit}.`,
    );
  }
  process.exit(tooLarge ? 1 : 0);
}

main().catch((error) => {
  console.error(error.message ?? error);
  process.exit(1);
});
