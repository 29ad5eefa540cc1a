import { createHash } from 'node:crypto';

/** The app on one site: the identifiers that its functions see. */
export interface Installation {
  readonly cloudId: string;
  readonly installationId: string;
  readonly environmentId: string;
  readonly appId: string;
  readonly appVersion: string;
  readonly contextAri: string;
  /** The `installation` of a function's second argument. */
  readonly reference: { ari: { installationId: string }; contexts: { cloudId: string }[] };
  readonly permissions: { scopes: string[]; external: object };
  /** A secret of this installation for one purpose. */
  secretFor(purpose: string): string;
  /** The id of a module in Atlassian's world. */
  localIdOf(moduleKey: string): string;
}

/** A UUID that is the same for the same name on every machine and start, so that addresses stay valid. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** `tenant` tells installations of one process apart. */
export function createInstallation(appId: string, tenant: string, scopes: string[]): Installation {
  const cloudId = uuidOf(`cloud ${tenant}`);
  const installationId = uuidOf(`installation ${appId} ${tenant}`);
  const environmentId = uuidOf(`environment ${appId}`);
  return {
    cloudId,
    installationId,
    environmentId,
    appId,
    appVersion: '1.0.0',
    contextAri: `ari:cloud:jira::site/${cloudId}`,
    reference: { ari: { installationId }, contexts: [{ cloudId }] },
    permissions: { scopes, external: { fetch: { backend: [], client: [] } } },
    secretFor: (purpose) => createHash('sha256').update(`${purpose} of ${installationId}`).digest('hex'),
    localIdOf: (moduleKey) => `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`,
  };
}
