import { expect, test } from 'vitest';
import { placeOf } from '../../../../static/pages/agent/place';

test.each([
  ['the page under Apps', { type: 'jira:globalPage' }, { isDialog: false, project: {} }],
  [
    'a dialog about a project',
    { modal: { projectId: '1' } },
    { isDialog: true, project: { projectId: '1' } },
  ],
  [
    'a dialog about a key',
    { modal: { projectKey: 'SUP' } },
    { isDialog: true, project: { projectKey: 'SUP' } },
  ],
  [
    'a dialog over a project page',
    { modal: {}, project: { id: '2', key: 'OPS' } },
    { isDialog: true, project: { projectId: '2' } },
  ],
  [
    'a command on a page of no project',
    { type: 'jira:command' },
    { isDialog: true, project: {}, toGoOnline: true },
  ],
  [
    'a command on a project page',
    { type: 'jira:command', location: 'https://x.atlassian.net/browse/OPS-3' },
    { isDialog: true, project: { projectKey: 'OPS' }, toGoOnline: true },
  ],
  [
    'my schedule, from a page of a project',
    { modal: { projectId: '1', schedule: true } },
    { isDialog: true, project: { projectId: '1' }, schedule: true },
  ],
  [
    'the chats held back of a project',
    { modal: { projectId: '1', held: true } },
    { isDialog: true, project: { projectId: '1' }, held: true },
  ],
  ['something odd', { modal: 'yes', project: null }, { isDialog: false, project: {} }],
])('%s is recognised', (_title, extension, expected) => {
  expect(placeOf(extension)).toEqual(expected);
});
