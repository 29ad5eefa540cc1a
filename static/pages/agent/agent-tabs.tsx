import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ChatCount } from '../../../src/contract/inbox';
import { useTexts } from '../../app/texts-context';

const TABS = ['availability', 'chats'] as const;
export type AgentTab = (typeof TABS)[number];

const TEXTS = { availability: 'agent.tabAvailability', chats: 'agent.tabChats' } as const;

export interface AgentTabsProps {
  tab: AgentTab;
  onSelect(tab: AgentTab): void;
  availability: ReactNode;
  /** Drawn when it is first opened. */
  chats: ReactNode;
  /** Customers who wait for a reply here, as far as they were counted; absent: it is not known. */
  waiting?: ChatCount | undefined;
}

/** Both stay as they are while the other one is looked at. */
export function AgentTabs({ tab, onSelect, availability, chats, waiting }: AgentTabsProps) {
  const { t } = useTexts();
  const id = useId();
  const buttons = useRef<HTMLDivElement>(null);
  const [chatsOpened, setChatsOpened] = useState(false);
  if (tab === 'chats' && !chatsOpened) setChatsOpened(true);
  const contents = { availability, chats: chatsOpened ? chats : null };

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
    if (!next) return;
    onSelect(next);
    buttons.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  }

  return (
    <>
      <div
        ref={buttons}
        className="agent-tabs"
        role="tablist"
        aria-label={t('agent.tabs')}
        onKeyDown={onKeyDown}
      >
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`${id}-${each}-tab`}
            data-tab={each}
            aria-selected={each === tab}
            aria-controls={`${id}-${each}`}
            tabIndex={each === tab ? 0 : -1}
            onClick={() => onSelect(each)}
          >
            {t(TEXTS[each])}
            {each === 'chats' && waiting && waiting.count > 0 && <WaitingCount {...waiting} />}
          </button>
        ))}
      </div>
      {TABS.map((each) => (
        <div
          key={each}
          className="agent-tab-panel"
          role="tabpanel"
          id={`${id}-${each}`}
          aria-labelledby={`${id}-${each}-tab`}
          hidden={each !== tab}
        >
          {contents[each]}
        </div>
      ))}
    </>
  );
}

/** The number for the eye, the sentence for the ear. */
function WaitingCount({ count, isMore }: { count: number; isMore: boolean }) {
  const texts = useTexts();
  return (
    <>
      {' '}
      <span className="agent-count agent-count-late" aria-hidden="true">
        {isMore ? `${String(count)}+` : count}
      </span>
      <span className="fd-hidden">{texts.counted('agent.customersWait', count)}</span>
    </>
  );
}
