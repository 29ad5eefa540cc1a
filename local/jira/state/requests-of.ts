import type { Issue } from '../records/issue';
import type { IssueAccess } from './issue-access';
import type { IssueStore } from './issue-store';
import { JiraRefusal } from '../records/jira-refusal';
import type { Account } from '../records/people';
import type { Project } from '../projects';

interface Wanted {
  searchTerm?: string | undefined;
  ownership?: string[] | undefined;
  status?: string | undefined;
  serviceDeskId?: string | undefined;
  requestTypeId?: string | undefined;
}

const OWNERSHIPS = [
  'OWNED_REQUESTS',
  'PARTICIPATED_REQUESTS',
  'ORGANIZATION',
  'ALL_ORGANIZATIONS',
  'APPROVER',
  'ALL_REQUESTS',
];
const DEFAULT_OWNERSHIPS = ['OWNED_REQUESTS', 'PARTICIPATED_REQUESTS', 'ALL_ORGANIZATIONS'];
const STATUSES = ['CLOSED_REQUESTS', 'OPEN_REQUESTS', 'ALL_REQUESTS'];

/** Somebody's requests, newest first: their own and those they take part in, unless more is asked for. */
export function requestsOf(
  { issues, access }: { issues: IssueStore; access: IssueAccess },
  account: Account,
  wanted: Wanted = {},
): { issue: Issue; project: Project }[] {
  const { ownership = DEFAULT_OWNERSHIPS, status = 'ALL_REQUESTS', serviceDeskId, requestTypeId } = wanted;
  const strange = [
    ...ownership.filter((one) => !OWNERSHIPS.includes(one)),
    ...(STATUSES.includes(status) ? [] : [status]),
  ];
  if (strange.length > 0) throw new JiraRefusal(400, `Unknown filter: ${strange.join(', ')}`);
  const term = wanted.searchTerm?.replaceAll('*', '').toLowerCase() ?? '';
  const isMine = (issue: Issue): boolean =>
    ownership.includes('ALL_REQUESTS') ||
    (ownership.includes('OWNED_REQUESTS') && issue.reporterId === account.accountId) ||
    (ownership.includes('PARTICIPATED_REQUESTS') && issue.participantIds.includes(account.accountId));

  return issues
    .all()
    .filter((issue) => isMine(issue) && access.seesRequest(account, issue))
    .filter(
      ({ resolvedAt }) =>
        status === 'ALL_REQUESTS' || (resolvedAt !== null) === (status === 'CLOSED_REQUESTS'),
    )
    .filter((issue) => requestTypeId === undefined || issue.requestTypeId === requestTypeId)
    .filter(({ summary }) => summary.toLowerCase().includes(term))
    .flatMap((issue) => {
      const project = access.projectOf(issue);
      return project ? [{ issue, project }] : [];
    })
    .filter(({ project }) => serviceDeskId === undefined || project.serviceDeskId === serviceDeskId)
    .toReversed();
}
