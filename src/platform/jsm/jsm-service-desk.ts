import { Undeliverable, type ServiceDesk } from '../../jira-ports';
import { PlatformFault, type Clock } from '../../ports';
import { jiraClient } from '../jira-client';
import { comments } from './comments';
import { customers } from './customers';
import { notes } from './notes';
import { ownRequests } from './own-requests';
import { requestReading } from './request-reading';
import { requestTypes } from './request-types';
import { requests } from './requests';
import { transitions } from './transitions';

/** Jira Service Management over REST. */
export function jsmServiceDesk(clock: Clock): ServiceDesk {
  const jira = jiraClient(clock);
  const { isOutdated, ...types } = requestTypes(jira, clock);
  const { raise, ...others } = requests(jira);
  const reading = requestReading(jira);
  return {
    ...types,
    ...customers(jira),
    ...reading,
    ...ownRequests(jira, clock, reading),
    ...others,
    async raise(request) {
      try {
        return await raise(request);
      } catch (refusal) {
        if (
          refusal instanceof Undeliverable &&
          (await isOutdated(request.serviceDeskId, request.requestTypeId))
        )
          throw new PlatformFault('the request types are others than was remembered', { cause: refusal });
        throw refusal;
      }
    },
    ...comments(jira, clock),
    ...notes(jira),
    ...transitions(jira, clock),
  };
}
