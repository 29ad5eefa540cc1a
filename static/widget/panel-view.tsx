/** @jsxImportSource preact */
import type { TargetedMouseEvent, VNode } from 'preact';
import type { NextStep } from './next-step';

/** Characters that fit without scrolling. */
const LONG_WELCOME = 200;

interface PanelViewProps {
  labels: Record<string, string>;
  look: 'online' | 'offline' | 'unknown';
  /** The state in words. */
  state: string;
  /** "Back at 14:00", or nothing. */
  back: string;
  welcomeText: string;
  draft: string;
  /** Shown once the visitor asked to continue. */
  step: NextStep | undefined;
  link: string;
  newTab: boolean;
  busy: boolean;
  copied: 'copied' | 'copyFailed' | undefined;
  onType: (text: string) => void;
  onContinue: () => void;
  onCopy: () => void;
  onFollow: (event: TargetedMouseEvent<HTMLAnchorElement>) => void;
  onClose: () => void;
}

/** The panel's content. Field and button stay where they are, whatever the part above them says. */
export function PanelView(props: PanelViewProps): VNode {
  const { labels, look, step, welcomeText } = props;
  const greets = welcomeText !== '' && !step;
  // Then the keyboard must be able to scroll it.
  const scrolls = greets && welcomeText.length > LONG_WELCOME;
  return (
    <>
      <header class={look}>
        <h2 id="title">{labels['title']}</h2>
        <p id="state" role="status">
          <i aria-hidden="true" />
          {props.state}
          {props.back && ` · ${props.back}`}
        </p>
        <button type="button" class="close" aria-label={labels['close']} onClick={props.onClose}>
          ✕
        </button>
      </header>
      <div class="talk" {...(scrolls && { role: 'group', 'aria-label': labels['title'], tabIndex: 0 })}>
        {greets && <p>{welcomeText}</p>}
        <div role="status">
          {step && (
            <div class="step">
              <p>{labels[step]}</p>
              {props.draft.trim() && <p>{labels[step === 'toForm' ? 'copyForForm' : 'copyForLater']}</p>}
              {props.copied && <p>{labels[props.copied]}</p>}
            </div>
          )}
        </div>
        {step && (
          <p class="ways">
            <a
              href={props.link}
              rel="noopener"
              {...(props.newTab && { target: '_blank' })}
              onClick={props.onFollow}
            >
              {labels[step === 'toForm' ? 'openForm' : 'logIn']}
              {props.newTab && ` ${labels['newTab'] ?? ''}`}
            </a>
            {props.draft.trim() && (
              <button type="button" onClick={props.onCopy}>
                {labels['copy']}
              </button>
            )}
          </p>
        )}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onContinue();
        }}
      >
        <label for="text">{labels['field']}</label>
        <textarea
          id="text"
          rows={3}
          value={props.draft}
          onInput={(event) => props.onType(event.currentTarget.value)}
        />
        <button class="main" aria-disabled={props.busy}>
          {labels[props.busy ? 'continueBusy' : 'continue']}
        </button>
      </form>
    </>
  );
}
