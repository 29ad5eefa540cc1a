import { expect, test } from 'vitest';
import { assigneeStands } from '../../src/domain/assignee-standing';
import { assignedTo } from '../../src/domain/conversation';
import { removeAccount } from '../../src/domain/conversation-erasure';
import { requestChanged } from '../../src/domain/request-transitions';
import { NOON } from '../support/desk-builders';
import { aStoredChat } from '../support/stored-chats';

const anns = aStoredChat('c', { assignee: 'ann', status: 'Open' });
const left = aStoredChat('c', { assignee: 'ann', assigneeLeft: true, status: 'Open' });
const after = (step: ReturnType<typeof assigneeStands>) =>
  step.kind === 'changed' ? (step.conversation.assigneeLeft ?? false) : step.kind;

test.each([
  ['who left', anns, 'ann', false, true],
  ['who stays', anns, 'ann', true, 'unchanged'],
  ['who is gone still', left, 'ann', false, 'unchanged'],
  ['who is back', left, 'ann', true, false],
  ['who has not got it any more', anns, 'bo', false, 'unchanged'],
])('an assignee %s', (_who, chat, accountId, isAgent, expected) => {
  expect(after(assigneeStands(chat, accountId, isAgent))).toBe(expected);
});

test('that somebody left is no matter of whoever gets the chat after them', () => {
  const state = { status: 'Open', resolved: false, resolvedAt: null };
  expect(after(requestChanged(left, { ...state, assignee: 'bo' }, NOON))).toBe(false);
  expect(after(requestChanged(left, { ...state, status: 'Waiting', assignee: 'ann' }, NOON))).toBe(true);
  expect(after(removeAccount(left, 'ann'))).toBe(false);
  expect(assignedTo(left, null)).not.toHaveProperty('assigneeLeft');
});
