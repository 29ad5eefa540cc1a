import { Modal, showFlag } from '@forge/bridge';
import { errorText } from '../app/error-text';
import type { Texts } from '../app/texts';

export interface DialogPlace {
  projectId: string;
  /** With its chat open. */
  conversationId?: string;
}

/** The dialog of availability and chats over the page, so that nobody has to leave the request. `onClose`: it is closed again. */
export async function openDialog(texts: Texts, place: DialogPlace, onClose: () => void): Promise<void> {
  try {
    await new Modal({
      resource: 'agent',
      size: place.conversationId === undefined ? 'medium' : 'xlarge',
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
  }
}
