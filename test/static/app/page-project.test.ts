import { describe, expect, test } from 'vitest';
import { keyInAddress, pageProject } from '../../../static/app/page-project';

describe('the project of a Jira page', () => {
  test.each([
    ['https://x.atlassian.net/browse/SUP-7', 'SUP'],
    ['https://x.atlassian.net/browse/SUP-7?focusedCommentId=1', 'SUP'],
    ['https://x.atlassian.net/jira/software/c/projects/DEV/boards/3', 'DEV'],
    ['https://x.atlassian.net/jira/servicedesk/projects/SUP/queues/custom/1', 'SUP'],
    ['https://x.atlassian.net/jira/projects/A1_B', 'A1_B'],
    ['http://localhost:4100/as/ann/jira/projects/SUP/settings/apps/x', 'SUP'],
    ['https://x.atlassian.net/jira/your-work?selectedIssue=OPS-12', 'OPS'],
    ['https://x.atlassian.net/jira/your-work', null],
    ['https://x.atlassian.net/jira/projects', null],
    ['https://x.atlassian.net/browse/sup-7', null],
    ['https://x.atlassian.net/?next=/projects/SUP', null],
    ['not an address', null],
  ])('in %s is %s', (address, key) => {
    expect(keyInAddress(address)).toBe(key);
  });

  test('is what Jira itself says, first of all', () => {
    const location = 'https://x.atlassian.net/browse/SUP-7';
    expect(pageProject({ project: { id: '2' }, location })).toEqual({ projectId: '2' });
    expect(pageProject({ project: { id: 2 }, location })).toEqual({ projectId: '2' });
    expect(pageProject({ location })).toEqual({ projectKey: 'SUP' });
    expect(pageProject({})).toEqual({});
  });
});
