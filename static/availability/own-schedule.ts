import { openDialog } from '../app/open-dialog';
import type { Texts } from '../app/texts';
import type { OwnSchedule } from '../why/why-places';

/** The way to my schedule from a page of the project: in the dialog of every Jira page, over the one that I am on. */
export const ownSchedule = (
  texts: Texts,
  accountId: string | undefined,
  projectId: string,
): OwnSchedule | undefined =>
  accountId === undefined
    ? undefined
    : { accountId, open: () => void openDialog(texts, { projectId, schedule: true }) };
