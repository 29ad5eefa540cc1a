import Button from '@atlaskit/button/new';
import LockIcon from '@atlaskit/icon/core/lock-locked';
import { useState, useSyncExternalStore, type RefObject } from 'react';
import { showsNothing } from '../../../src/domain/shows-nothing';
import { useTexts } from '../../app/texts-context';
import { ComposerField, roomLeft } from './composer-field';
import type { Drafts } from './drafts';

export interface NoteBoxProps {
  drafts: Drafts;
  conversationId: string;
  fieldRef: RefObject<HTMLTextAreaElement>;
  onAdd(text: string): void;
  onLeave(): void;
}

/** What only agents are going to read (rule D6): the key that sends a reply starts a new line here. */
export function NoteBox({ drafts, conversationId, fieldRef, onAdd, onLeave }: NoteBoxProps) {
  const { t } = useTexts();
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.read(conversationId, 'note'));
  const [hindrance, setHindrance] = useState<string | null>(null);

  function add(): void {
    fieldRef.current?.focus();
    if (showsNothing(text)) return setHindrance(t('inbox.writeFirst'));
    if (roomLeft(text) < 0) return;
    drafts.write(conversationId, 'note', '');
    onAdd(text);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <ComposerField
        {...{ drafts, conversationId, fieldRef, hindrance }}
        kind="note"
        label={t('note.note')}
        enterSends={false}
        how={t('note.how')}
        onType={() => setHindrance(null)}
        onSend={add}
        onLeave={onLeave}
      >
        <Button type="submit" iconBefore={LockIcon} isDisabled={roomLeft(text) < 0}>
          {t('note.add')}
        </Button>
      </ComposerField>
    </form>
  );
}
