import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import { useTexts } from '../../app/texts-context';
import type { Blocking } from './use-blocking';

export interface BlockButtonProps extends Blocking {
  view: ConversationView;
}

/** Among the actions of a chat: asks before it blocks, and takes back what was blocked before. */
export function BlockButton({ view, asking, busy, failure, done, ask, unblock }: BlockButtonProps) {
  const { t } = useTexts();
  const { blockId, failure: fault } = view.row;
  const button = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(asking);
  useEffect(() => {
    // The panel that had the focus is gone. Where something was done, what says so takes it.
    if (wasAsking.current && !asking && !done) button.current?.focus();
    wasAsking.current = asking;
  }, [asking, done]);
  if (fault === 'erased') return null;
  return blockId === undefined ? (
    <Button
      ref={button}
      spacing="compact"
      appearance="subtle"
      isDisabled={asking || done !== null}
      onClick={ask}
    >
      {t('block.action')}
    </Button>
  ) : (
    <Button
      ref={button}
      spacing="compact"
      isLoading={busy}
      isDisabled={done !== null && failure === null}
      onClick={() => void unblock(blockId).then(() => button.current?.focus())}
    >
      {t('block.unblock')}
    </Button>
  );
}
