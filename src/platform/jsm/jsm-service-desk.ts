import type { ServiceDesk } from '../../jira-ports';
import type { Clock } from '../../ports';
import { jiraClient } from '../jira-client';
import { comments } from './comments';
import { customers } from './customers';
import { notes } from './notes';
import { requestTypes } from './request-types';
import { requests } from './requests';
import { transitions } from './transitions';

/** Jira Service Management over REST. */
export function jsmServiceDesk(clock: Clock): ServiceDesk {
  const jira = jiraClient(clock);
  return {
    ...requestTypes(jira),
    ...customers(jira),
    ...requests(jira),
    ...comments(jira, clock),
    ...notes(jira),
    ...transitions(jira),
  };
}
