import path from 'node:path';

/** A small app of its own: shows that the site mounts what a manifest declares, not Frontdesk alone. */
export const FIXTURE_DIR = path.resolve(import.meta.dirname, 'fixture-app');
export const FIXTURE_MANIFEST = path.join(FIXTURE_DIR, 'manifest.yml');
