import { useState } from 'react';
import type { Way } from '../../../src/domain/ways';
import { useAnnounce } from '../../app/announcer';
import { useTexts } from '../../app/texts-context';
import type { ConversationStore } from './conversation-store';
import type { DraftKind } from './drafts';

export interface ChatActions {
  take(): Promise<void>;
  resolve(way: Way | null): Promise<void>;
  confirmEmail(): Promise<void>;
  /** What was not done just now, once more. */
  retry(): void;
}

/** What a press does to the chat, and what is said of it then. Whoever took it writes to the customer next. */
export function useChatActions(
  store: ConversationStore,
  focusField: (kind?: DraftKind) => void,
): ChatActions {
  const { t } = useTexts();
  const announce = useAnnounce();
  const [last, setLast] = useState<(() => Promise<void>) | null>(null);

  /** The button cannot be pressed any more, and lets go of the focus. */
  function done(text: string, kind?: DraftKind): void {
    announce(text);
    focusField(kind);
  }

  async function run(act: () => Promise<void>): Promise<void> {
    setLast(() => act);
    await act();
  }

  return {
    take: () =>
      run(async () => {
        if ((await store.assign({ to: 'me' })) === 'done') done(t('inbox.assignedNow'), 'reply');
      }),
    resolve: (way) =>
      run(async () => {
        if (!(await store.run('resolve', way))) return;
        const status = store.getState().view?.row.status ?? '';
        done(way ? t('inbox.endedNow', { status }) : t('inbox.resolvedNow'));
      }),
    confirmEmail: () =>
      run(async () => {
        if (await store.run('confirmEmail')) done(t('inbox.emailConfirmedNow'));
      }),
    retry: () => void last?.(),
  };
}
