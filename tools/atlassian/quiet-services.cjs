'use strict';

/** What Atlassian's tools expect of `forge`'s feature flags: every flag off, no runtime deprecated. */
const featureFlags = new Proxy(
  {},
  { get: (_target, name) => async () => (name === 'getDeprecatedRuntimes' ? [] : false) },
);

const write = (text) => process.stderr.write(`${text}\n`);

/** Only what needs attention reaches the terminal. */
const logger = { info() {}, debug() {}, trace() {}, warn: write, error: write };

module.exports = { featureFlags, logger };
