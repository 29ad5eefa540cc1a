import { adfOfText } from '../records/adf';
import type { IssueStore } from './issue-store';
import type { JiraState } from './jira-state';
import { workflowFor } from '../records/workflow';

interface Sample {
  projectKey: string;
  requestTypeId: string | null;
  summary: string;
  description: string;
  reporter: string;
  comments?: { author: string; text: string; isPublic: boolean }[];
}

const SAMPLES: readonly Sample[] = [
  {
    projectKey: 'SUP',
    requestTypeId: '1',
    summary: 'The invoice shows the wrong address',
    description: 'We moved in September. The invoice of November still goes to the old office.',
    reporter: 'cara',
  },
  {
    projectKey: 'SUP',
    requestTypeId: '2',
    summary: 'How do I add a colleague to our account?',
    description: 'She starts on Monday.',
    reporter: 'milo',
    comments: [
      { author: 'ann', text: 'Hello Milo, which account is it: the trial, or the paid one?', isPublic: true },
      { author: 'bo', text: 'They have both; the trial ends on Friday.', isPublic: false },
    ],
  },
  {
    projectKey: 'SUP',
    requestTypeId: '1',
    summary: 'Export stops at 10,000 rows',
    description: 'No message, the file just ends there.',
    reporter: 'nadia',
  },
  {
    projectKey: 'OPS',
    requestTypeId: '7',
    summary: 'Laptop does not wake from sleep',
    description: 'Since the update on Thursday.',
    reporter: 'lee',
  },
  {
    projectKey: 'OPS',
    requestTypeId: '6',
    summary: 'Access to the build server',
    description: 'I take over the releases from January.',
    reporter: 'joe',
  },
  {
    projectKey: 'HR',
    requestTypeId: '8',
    summary: 'Parental leave from March',
    description: 'Three months, to begin with.',
    reporter: 'lee',
  },
  {
    projectKey: 'DEV',
    requestTypeId: null,
    summary: 'Sort the export by date',
    description: 'Newest first.',
    reporter: 'ann',
  },
  {
    projectKey: 'DEV',
    requestTypeId: null,
    summary: 'Remember the chosen filter',
    description: 'Per person, not per browser.',
    reporter: 'bo',
  },
];

const HOUR_MS = 3_600_000;

/** Something to look at in every queue; the oldest is as many hours old as there are samples. */
export function addSampleIssues(issues: IssueStore, directory: JiraState, now: number): void {
  const idOf = (seedName: string): string => directory.person(seedName)?.accountId ?? '';
  for (const [index, sample] of SAMPLES.entries()) {
    const project = directory.project(sample.projectKey);
    if (!project) continue;
    const at = now - (SAMPLES.length - index) * HOUR_MS;
    const reporterId = idOf(sample.reporter);
    const issue = issues.add(project, {
      projectId: project.id,
      requestTypeId: sample.requestTypeId,
      summary: sample.summary,
      description: adfOfText(sample.description),
      fieldValues:
        sample.requestTypeId === '6' ? { customfield_10041: { id: '100411', value: 'Build server' } } : {},
      reporterId,
      creatorId: reporterId,
      assigneeId: null,
      participantIds: [],
      statusId: workflowFor(project).first.id,
      statusAt: at,
      resolvedAt: null,
      createdAt: at,
      updatedAt: at,
    });
    for (const { author, text, isPublic } of sample.comments ?? []) {
      const [authorId, body] = [idOf(author), adfOfText(text)];
      const dates = { createdAt: at + HOUR_MS / 2, updatedAt: at + HOUR_MS / 2 };
      issues.addComment(issue, {
        authorId,
        updateAuthorId: authorId,
        body,
        isPublic,
        ...dates,
        properties: {},
      });
      issue.updatedAt = dates.updatedAt;
    }
  }
}
