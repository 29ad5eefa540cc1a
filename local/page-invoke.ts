import { extensionOf, moduleFor, visitorOf, type Placement } from './invoke-context';
import { InvokeRefused } from './invoke-refused';
import type { Manifest } from './manifest';
import { INVOKE_REQUEST_BYTES, INVOKE_RESPONSE_BYTES, UI_TIMEOUT_MS } from './platform/limits';
import type { SiteServices } from './site-services';

/** A call of `invoke()` by somebody in a page of a module. */
export interface InvokeRequest extends Placement {
  /** A seed name, an account id, or "anonymous". */
  account: string;
  functionKey: string;
  payload?: unknown;
  /** Default: the global page for people with a licence, the portal's footer for others. */
  moduleKey?: string | undefined;
}

/** What stands between `invoke()` in a page and the module's resolver. */
export function createPageInvoke(
  manifest: Manifest,
  siteUrl: string,
  { jira, installation, caller, faults }: Pick<SiteServices, 'jira' | 'installation' | 'caller' | 'faults'>,
): (request: InvokeRequest) => Promise<unknown> {
  const { cloudId, environmentId } = installation;

  return async (request) => {
    const { functionKey, payload = {} } = request;
    const visitor = visitorOf(jira, request.account);
    const module = moduleFor(manifest, visitor, request.moduleKey);
    if (!module.resolver) throw new InvokeRefused(404, `The module "${module.key}" has no resolver.`);
    const text = JSON.stringify(payload);
    if (Buffer.byteLength(text) > INVOKE_REQUEST_BYTES) {
      throw new InvokeRefused(413, `The payload is larger than ${INVOKE_REQUEST_BYTES} bytes.`);
    }
    const { accountType, accountId, person } = visitor;
    const extension = extensionOf(jira, siteUrl, module, request);
    const context = {
      accountId,
      accountType,
      cloudId,
      environmentId,
      environmentType: 'DEVELOPMENT',
      moduleKey: module.key,
      localId: installation.localIdOf(module.key),
      ...(faults.get().contexts?.siteUrl !== false && { siteUrl }),
      timezone: person?.timezone ?? 'UTC',
      locale: person?.locale ?? 'en-US',
      extension,
    };
    const result = await caller.call(
      {
        functionKey: module.resolver.function,
        payload: { call: { functionKey, payload: JSON.parse(text) as unknown }, context },
        accountId,
        moduleKey: module.key,
        moduleType: module.kind,
        timeoutMs: UI_TIMEOUT_MS,
      },
      { accountId: accountType === 'licensed' ? accountId : undefined, channelContext: extension },
    );
    const json = JSON.stringify(result) as string | undefined;
    if (json === undefined) return undefined;
    if (Buffer.byteLength(json) > INVOKE_RESPONSE_BYTES) {
      throw new Error(`The answer of "${functionKey}" is larger than ${INVOKE_RESPONSE_BYTES} bytes.`);
    }
    return JSON.parse(json) as unknown;
  };
}
