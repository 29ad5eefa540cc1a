import Button from '@atlaskit/button/new';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import { useTexts } from '../../app/texts-context';
import { Message } from './message';
import { entriesOf } from './entries-of';
import { messageDays } from './message-days';
import { Note } from './note';
import type { Outgoing } from './outgoing';
import { OutgoingMessage } from './outgoing-message';
import { ShowEarlier, type EarlierState } from './show-earlier';

/** Closer to the end than this, in pixels, somebody is reading the end. */
const NEAR_END = 48;

export interface MessageListProps {
  view: ConversationView;
  earlier: EarlierState;
  outgoing: Outgoing[];
  /** The customer's. */
  name: string;
  now: number;
  onShowEarlier(): void;
  onTryAgain(): void;
  onTakeBack(operationId: string): void;
}

/** What was said, by day, and my replies on their way. Stays at the end unless somebody reads further up. */
export function MessageList(props: MessageListProps) {
  const { view, earlier, outgoing, name, now, onShowEarlier, onTryAgain, onTakeBack } = props;
  const texts = useTexts();
  const { t } = texts;
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [newBelow, setNewBelow] = useState(false);
  const lastN = view.messages.at(-1)?.n ?? 0;
  const lastNote = view.notes?.at(-1)?.id;
  const firstN = view.messages[0]?.n ?? 0;
  const sent = outgoing.length;
  const sentBefore = useRef(0);

  function toEnd(): void {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    setNewBelow(false);
  }

  useLayoutEffect(() => {
    const iSent = sent > sentBefore.current;
    sentBefore.current = sent;
    if (atEnd.current || iSent) toEnd();
    else setNewBelow(true);
  }, [lastN, lastNote, sent]);

  // What comes above leaves what is being read where it is; and the button, when it goes, leaves the focus near it.
  const height = useRef(0);
  const hadEarlier = useRef(view.earlier !== null);
  useLayoutEffect(() => {
    if (box.current && !atEnd.current) box.current.scrollTop += box.current.scrollHeight - height.current;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (hadEarlier.current && view.earlier === null && isLost) box.current?.focus({ preventScroll: true });
    hadEarlier.current = view.earlier !== null;
    // Only by what is above: news below moves nothing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [firstN]);
  useLayoutEffect(() => {
    height.current = box.current?.scrollHeight ?? 0;
  });

  // The box changes its height with the reply field and the window, its content with what is said of a message.
  useLayoutEffect(() => {
    const resizes = new ResizeObserver(() => {
      if (box.current && atEnd.current) box.current.scrollTop = box.current.scrollHeight;
    });
    for (const element of [box.current, content.current]) if (element) resizes.observe(element);
    return () => resizes.disconnect();
  }, []);

  return (
    <div className="inbox-messages-frame">
      <div
        ref={box}
        className="inbox-messages"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled with the keyboard
        tabIndex={0}
        role="region"
        aria-label={t('inbox.messages')}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
          if (atEnd.current) setNewBelow(false);
        }}
      >
        <div ref={content} className="inbox-messages-content">
          {view.earlier !== null && <ShowEarlier state={earlier} onShow={onShowEarlier} />}
          {messageDays(entriesOf(view), now, texts).map((day) => (
            <section key={day.messages[0]?.key} aria-label={day.label}>
              <h3 className="inbox-day fd-small">{day.label}</h3>
              <ul>
                {day.messages.map(({ key, message, note }) =>
                  note ? (
                    <Note key={key} note={note} />
                  ) : (
                    <Message key={key} {...{ message, name }} failure={view.row.failure} />
                  ),
                )}
              </ul>
            </section>
          ))}
          {view.notes === null && <p className="fd-small fd-subtle">{t('note.notLoaded')}</p>}
          {outgoing.length > 0 && (
            <ul>
              {outgoing.map((each) => (
                <OutgoingMessage
                  key={each.operationId}
                  outgoing={each}
                  waits={view.row.issueKey === null}
                  onTryAgain={onTryAgain}
                  onTakeBack={() => onTakeBack(each.operationId)}
                />
              ))}
            </ul>
          )}
        </div>
      </div>
      {newBelow && (
        <div className="inbox-new-below">
          <Button spacing="compact" appearance="primary" onClick={toEnd}>
            {t('inbox.newMessages')}
          </Button>
        </div>
      )}
    </div>
  );
}
