import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Loader, Plugin } from 'esbuild';

const NAMESPACE = 'app';
const LOADERS: Record<string, Loader> = {
  '.tsx': 'tsx',
  '.js': 'js',
  '.jsx': 'jsx',
  '.cjs': 'js',
  '.json': 'json',
};

/**
 * Makes `import X from 'package'` mean what it means to Forge's bundler (webpack): the package's `exports.default`
 * where it has one. In a package of "type": "module", esbuild would take the whole `exports` instead, as Node does.
 * It decides by the package.json next to a file, so the app's own files are loaded in a namespace without one.
 */
export const forgeInterop: Plugin = {
  name: 'forge-interop',
  setup(build) {
    build.onResolve({ filter: /^[./]/ }, async ({ path: request, pluginData, ...from }) => {
      const isApp = from.kind === 'entry-point' || from.namespace === NAMESPACE;
      if (!isApp || pluginData === NAMESPACE) return undefined;
      const { kind, importer, resolveDir } = from;
      const found = await build.resolve(request, { kind, importer, resolveDir, pluginData: NAMESPACE });
      return found.errors.length > 0 ? found : { path: found.path, namespace: NAMESPACE };
    });
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, async ({ path: file }) => ({
      contents: await readFile(file, 'utf8'),
      loader: LOADERS[path.extname(file)] ?? 'ts',
      resolveDir: path.dirname(file),
    }));
  },
};
