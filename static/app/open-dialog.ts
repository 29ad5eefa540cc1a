import { Modal, showFlag } from '@forge/bridge';
import { errorText } from './error-text';
import type { Texts } from './texts';

/** What the dialog of availability and chats is opened for; nothing: for wherever somebody is. */
export interface DialogPlace {
  projectId?: string;
  /** With this chat open. */
  conversationId?: string;
  /** For the chats held back. */
  held?: true;
  /** For my own schedule. */
  schedule?: true;
}

let isOpening = false;

/**
 * The dialog over the page, which stays as it is below. Once, however often it is asked for until it is there; what Jira doesn't
 * open is told, and counts as closed.
 */
export async function openDialog(
  texts: Texts,
  place: DialogPlace,
  onClose: () => void = () => undefined,
): Promise<void> {
  if (isOpening) return;
  isOpening = true;
  const isWide = place.conversationId !== undefined || place.held === true || place.schedule === true;
  try {
    await new Modal({
      resource: 'agent',
      size: isWide ? 'xlarge' : 'medium',
      context: { ...place },
      title: texts.t('agent.title'),
      closeOnEscape: true,
      closeOnOverlayClick: true,
      onClose,
    }).open();
  } catch {
    const title = texts.t('background.dialogFailed');
    showFlag({ id: 'dialog failed', type: 'error', title, description: errorText(texts, 'unavailable') });
    onClose();
  } finally {
    isOpening = false;
  }
}
