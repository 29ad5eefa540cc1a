import type { BuildOptions, Plugin } from 'esbuild';

/**
 * Atlaskit's icons are CommonJS. From a package of type "module" esbuild imports those as Node does: the default
 * import is all of `exports`, not the icon. A virtual module in between belongs to no package and gets the icon.
 */
const atlaskitIcons: Plugin = {
  name: 'atlaskit-icons',
  setup(bundler) {
    const namespace = 'atlaskit-icon';
    bundler.onResolve({ filter: /^@atlaskit\/icon\/core\// }, (args) =>
      args.namespace === namespace ? undefined : { path: args.path, namespace, pluginData: args.resolveDir },
    );
    bundler.onLoad({ filter: /.*/, namespace }, ({ path: icon, pluginData }) => ({
      contents: `import icon from ${JSON.stringify(icon)}; export default icon;`,
      resolveDir: String(pluginData),
    }));
  },
};

/**
 * Atlaskit's parts ask which of Atlassian's experiments are on, through a client that its own products start. Here
 * nobody does: every gate is closed, and the client only warns of that, and of storage that frames are denied.
 */
const closedFeatureGates: Plugin = {
  name: 'closed-feature-gates',
  setup(bundler) {
    const namespace = 'closed-feature-gates';
    bundler.onResolve({ filter: /^@atlaskit\/feature-gate-js-client\/feature-gates$/ }, () => ({
      path: 'all',
      namespace,
    }));
    bundler.onLoad({ filter: /.*/, namespace }, () => ({
      contents: 'export default { checkGate: () => false };',
    }));
  },
};

/** How esbuild makes what browsers run. */
export const BROWSER_OPTIONS: BuildOptions = {
  plugins: [atlaskitIcons, closedFeatureGates],
  bundle: true,
  minify: true,
  target: ['es2022'],
  jsx: 'automatic',
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
};
