import type { Payload } from '../../src/contract/resolver-api';

/** Where the page was opened, as the bridge's context tells. */
export interface Place {
  /** Opened over another page, and to be closed again. */
  isDialog: boolean;
  project: Payload<'getPanel'>;
}

export function placeOf(extension: Record<string, unknown>): Place {
  const modal = asRecord(extension.modal);
  const isDialog = modal !== undefined || extension.type === 'jira:command';
  return { isDialog, project: fromModal(modal) ?? fromProject(asRecord(extension.project)) ?? {} };
}

function fromModal(modal: Record<string, unknown> | undefined): Payload<'getPanel'> | undefined {
  if (typeof modal?.projectId === 'string') return { projectId: modal.projectId };
  return typeof modal?.projectKey === 'string' ? { projectKey: modal.projectKey } : undefined;
}

function fromProject(project: Record<string, unknown> | undefined): Payload<'getPanel'> | undefined {
  const id = project?.id;
  return typeof id === 'string' || typeof id === 'number' ? { projectId: String(id) } : undefined;
}

const asRecord = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
