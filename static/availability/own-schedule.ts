import { Modal } from '@forge/bridge';
import type { OwnSchedule } from '../why/why-places';

/** The way to my schedule from a page of the project: in the dialog of every Jira page, over the one that I am on. */
export const ownSchedule = (accountId: string | undefined, projectId: string): OwnSchedule | undefined =>
  accountId === undefined
    ? undefined
    : {
        accountId,
        open: () =>
          void new Modal({
            resource: 'agent',
            size: 'xlarge',
            context: { projectId, schedule: true },
            closeOnEscape: true,
            closeOnOverlayClick: true,
          })
            .open()
            .catch(() => undefined),
      };
