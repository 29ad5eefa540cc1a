import { visitorOf } from './invoke-context';
import { InvokeRefused } from './invoke-refused';
import type { Manifest } from './manifest';
import type { ActionModule } from './manifest-schema';
import { ACTION_TIMEOUT_MS } from './platform/limits';
import type { SiteServices } from './site-services';

/** What an agent of Rovo asks an action for, on behalf of whoever talks to it. */
export interface ActionRequest {
  /** A seed name, or an account id. */
  account: string;
  action: string;
  inputs?: Record<string, unknown> | undefined;
}

/** What stands between an agent of Rovo and the function of an action. */
export function createActionCall(
  manifest: Manifest,
  siteUrl: string,
  { jira, installation, caller }: Pick<SiteServices, 'jira' | 'installation' | 'caller'>,
): (request: ActionRequest) => Promise<unknown> {
  return async ({ account, action, inputs = {} }) => {
    const module = manifest.actions.find(({ key }) => key === action);
    if (!module) throw new InvokeRefused(404, `No agent of Rovo may use an action "${action}".`);
    const { accountType, accountId } = visitorOf(jira, account);
    if (accountType !== 'licensed')
      throw new InvokeRefused(403, 'Agents of Rovo are for people who work in Jira.');
    checkInputs(module, inputs);
    return caller.call(
      {
        functionKey: module.function,
        // The platform's own member beside the inputs.
        payload: { ...inputs, context: { cloudId: installation.cloudId, jira: { url: siteUrl } } },
        accountId,
        moduleKey: module.key,
        moduleType: 'core:action',
        timeoutMs: ACTION_TIMEOUT_MS,
      },
      { accountId, channelContext: null },
    );
  };
}

function checkInputs(module: ActionModule, inputs: Record<string, unknown>): void {
  for (const [name, { type, required }] of Object.entries(module.inputs)) {
    const value = inputs[name];
    if (value === undefined && !required) continue;
    if (!isOfType(type, value))
      throw new InvokeRefused(400, `The input "${name}" of "${module.key}" must be of the type ${type}.`);
  }
  const unknown = Object.keys(inputs).find((name) => !Object.hasOwn(module.inputs, name));
  if (unknown !== undefined)
    throw new InvokeRefused(400, `The action "${module.key}" has no input "${unknown}".`);
}

const isOfType = (type: ActionModule['inputs'][string]['type'], value: unknown): boolean =>
  type === 'integer'
    ? Number.isInteger(value)
    : typeof value === type && (type !== 'number' || Number.isFinite(value));
