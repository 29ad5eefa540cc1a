import { router } from '@forge/bridge';

/** Opens a page of the project beside the one that somebody is on: something may be half written there. */
export const openProjectPage = (moduleKey: 'team' | 'project-settings', projectKey: string): void =>
  // Refused when somebody chooses to stay: nothing to tell.
  void router.open({ target: 'module', moduleKey, projectKey }).catch(() => undefined);
