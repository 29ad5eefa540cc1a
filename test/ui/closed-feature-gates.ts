/** Atlaskit asks whether its experiments are open. They are closed, as in the pages that are built. */
Object.assign(globalThis, { __PLATFORM_FEATURE_FLAGS__: { booleanResolver: () => false } });
