import type { Payload } from '../../../src/contract/functions';
import { pageProject } from '../../app/page-project';
import type { ConversationToOpen } from './use-conversation-to-open';

/** Where the page was opened, as the bridge's context tells. */
export interface Place {
  /** Opened over another page, and to be closed again. */
  isDialog: boolean;
  project: Payload<'getPanel'>;
  /** The chat to show, when it was opened for one. */
  conversation?: ConversationToOpen;
  /** The chats held back of that project. */
  held?: true;
  /** My schedule. */
  schedule?: true;
  /** By the command to go online, which somebody may give who is online already. */
  toGoOnline?: true;
}

export function placeOf(extension: Record<string, unknown>): Place {
  const modal = asRecord(extension.modal);
  // The other command opens a page.
  const toGoOnline = extension.type === 'jira:command';
  const isDialog = modal !== undefined || toGoOnline;
  const project = fromModal(modal) ?? pageProject(extension);
  const conversation = conversationIn(modal);
  return {
    isDialog,
    project,
    ...(conversation && { conversation }),
    ...(modal?.held === true && { held: true }),
    ...(modal?.schedule === true && { schedule: true }),
    ...(toGoOnline && { toGoOnline }),
  };
}

function fromModal(modal: Record<string, unknown> | undefined): Payload<'getPanel'> | undefined {
  if (typeof modal?.projectId === 'string') return { projectId: modal.projectId };
  return typeof modal?.projectKey === 'string' ? { projectKey: modal.projectKey } : undefined;
}

function conversationIn(modal: Record<string, unknown> | undefined): ConversationToOpen | undefined {
  const { projectId, conversationId } = modal ?? {};
  if (typeof projectId !== 'string' || typeof conversationId !== 'string') return undefined;
  return { projectId, conversationId };
}

const asRecord = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
