import type { Payload } from '../../src/contract/resolver-api';
import { pageProject } from '../shared/page-project';

/** Where the page was opened, as the bridge's context tells. */
export interface Place {
  /** Opened over another page, and to be closed again. */
  isDialog: boolean;
  project: Payload<'getPanel'>;
}

export function placeOf(extension: Record<string, unknown>): Place {
  const modal = asRecord(extension.modal);
  const isDialog = modal !== undefined || extension.type === 'jira:command';
  return { isDialog, project: fromModal(modal) ?? pageProject(extension) };
}

function fromModal(modal: Record<string, unknown> | undefined): Payload<'getPanel'> | undefined {
  if (typeof modal?.projectId === 'string') return { projectId: modal.projectId };
  return typeof modal?.projectKey === 'string' ? { projectKey: modal.projectKey } : undefined;
}

const asRecord = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
