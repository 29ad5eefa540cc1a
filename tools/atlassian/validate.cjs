'use strict';
const { readdirSync } = require('node:fs');
const path = require('node:path');
const { featureFlags, logger } = require('./quiet-services.cjs');

/*
 * What `forge lint` checks before it asks Atlassian's servers, without an account and without a network: the manifest
 * validators and the client-side linters. Run in the app's folder. Warnings count as failures.
 */

/** Findings that cannot be changed, by exact text, each with its reason. */
const ACCEPTED = new Map([]);

// The permission linter downloads all six descriptions unless every one of these names a file.
const scopes = (name) => path.join(__dirname, 'scopes', `${name}.json`);
Object.assign(process.env, {
  USE_LOCAL_SWAGGER: '1',
  LOCAL_JIRA_SWAGGER: scopes('jira'),
  LOCAL_JSM_SWAGGER: scopes('service-management'),
  LOCAL_JSW_SWAGGER: scopes('none'),
  LOCAL_CONF_SWAGGER: scopes('none'),
  LOCAL_CONF_V2_SWAGGER: scopes('none'),
  LOCAL_BB_SWAGGER: scopes('none'),
});

const { validate } = require('@forge/manifest');
const { lint } = require('@forge/lint');

function sourceFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}

async function findings() {
  const validation = await validate(false);
  const found = validation.errors.map(
    (error) => `${error.level}: manifest.yml:${error.line}:${error.column} ${error.message}`,
  );
  const manifest = validation.manifestObject?.yamlContent;
  if (!manifest) return found.length ? found : ['error: manifest.yml cannot be read'];

  const results = await lint(sourceFiles('src'), manifest, 'DEVELOPMENT', logger, featureFlags, {
    linter: { mode: 'client-side' },
  });
  for (const { file, errors, warnings, approvals } of results) {
    const where = path.relative('.', file);
    for (const [level, problems] of Object.entries({
      error: errors,
      warning: warnings,
      approval: approvals,
    })) {
      for (const { line, column, message } of problems)
        found.push(`${level}: ${where}:${line}:${column} ${message}`);
    }
  }
  return found.filter((text) => !ACCEPTED.has(text));
}

findings().then(
  (found) => {
    for (const text of found) console.error(text);
    process.exit(found.length ? 1 : 0);
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
