/** One call of a function of the app. */
export interface Invocation {
  functionKey: string;
  payload: unknown;
  /** The person; absent for web triggers, jobs and events. */
  accountId?: string | undefined;
  moduleKey: string;
  moduleType: string;
  timeoutMs: number;
}
