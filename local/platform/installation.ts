import { createHash } from 'node:crypto';
import type { Invocation } from './runtime';

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
  /** A secret of this installation for one purpose. */
  secretFor(purpose: string): string;
  /** The id of a module in Atlassian's world. */
  localIdOf(moduleKey: string): string;
  /** `__forge_runtime__` of one invocation, without what all invocations share. */
  runtimeOf(invocation: Invocation, remainingMs: () => number): object;
}

const APP_VERSION = '1.0.0';
const ENVIRONMENT_TYPE = 'DEVELOPMENT';

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
  const contextAri = `ari:cloud:jira::site/${cloudId}`;
  const reference = { ari: { installationId }, contexts: [{ cloudId }] };
  const secretFor = (purpose: string): string =>
    createHash('sha256').update(`${purpose} of ${installationId}`).digest('hex');
  const permissions = { scopes, external: { fetch: { backend: [], client: [] } } };
  const proxy = { token: 'local', url: 'local' };
  const tracing = { traceId: installationId.replaceAll('-', ''), spanId: installationId.slice(0, 8) };
  const featureFlags = (): boolean => false;
  let invocations = 0;

  return {
    cloudId,
    installationId,
    environmentId,
    appId,
    appVersion: APP_VERSION,
    contextAri,
    reference,
    secretFor,
    localIdOf: (moduleKey) => `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`,
    runtimeOf({ functionKey, moduleKey, moduleType, accountId }, remainingMs) {
      const invocationId = `invocation-${++invocations}`;
      return {
        proxy,
        contextAri,
        // No `kvs` member: @forge/kvs would freeze the first invocation's identity for the life of the process.
        container: { region: 'local', runtime: 'nodejs', handler: functionKey },
        appContext: {
          appId,
          appVersion: APP_VERSION,
          environmentId,
          environmentType: ENVIRONMENT_TYPE,
          invocationId,
          installationId,
          installation: reference,
          functionKey,
          moduleKey,
          moduleType,
          permissions,
        },
        ...(accountId === undefined ? {} : { aaid: accountId }),
        lambdaContext: { awsRequestId: invocationId, getRemainingTimeInMillis: remainingMs },
        tracing,
        realtime: { contextToken: `${moduleKey}.${invocationId}` },
        featureFlags,
      };
    },
  };
}
