import { isSomebodyThereInputs, type ActionErrors, type SomebodyThere } from './contract/actions';
import { forgeActor } from './platform/forge-actor';
import { forgePorts as ports } from './platform/forge-ports';
import { isMissingConsent } from './platform/jira-request';
import { isSomebodyThere as whetherSomebodyIsThere } from './usecases/is-somebody-there';

/** The person as whom the platform runs an action: it asks Jira with their permissions. Absent: nobody. */
interface ActionContext {
  principal?: { accountId?: string | undefined } | undefined;
}

const failed = (message: string): ActionErrors => ({ errors: [{ message }] });

/** "Is anyone there?" (docs/automation.md). */
export async function isSomebodyThere(
  payload: unknown,
  { principal }: ActionContext,
): Promise<SomebodyThere | ActionErrors> {
  const inputs = isSomebodyThereInputs.safeParse(payload);
  if (!inputs.success) return failed('Enter the key of one space, for example SUP.');
  try {
    const actor = forgeActor({ accountId: principal?.accountId });
    const found = await whetherSomebodyIsThere(ports, actor, inputs.data.projectKey);
    return found.ok ? found.value : failed(found.error.message);
  } catch (error) {
    if (isMissingConsent(error)) throw error;
    const traceId = ports.report.failure('an action failed', error, { action: 'is-somebody-there' });
    return failed(`This couldn’t be found out right now. Try again in a moment (trace ${traceId}).`);
  }
}
