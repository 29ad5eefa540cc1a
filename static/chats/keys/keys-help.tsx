import CrossIcon from '@atlaskit/icon/core/cross';
import QuestionCircleIcon from '@atlaskit/icon/core/question-circle';
import { Fragment, useId, useRef, useState } from 'react';
import { useTexts } from '../../app/texts-context';
import { useEscape } from '../../ui/use-escape';
import { KEYS, type Command } from './commands';
import { useCommand } from './commands-context';
import { keysPreference } from './keys-preference';

const TEXTS = {
  next: 'keys.next',
  previous: 'keys.previous',
  reply: 'keys.reply',
  note: 'keys.note',
  assign: 'keys.assign',
  handOver: 'keys.handOver',
  resolve: 'keys.resolve',
  undo: 'keys.undo',
  search: 'keys.search',
  status: 'keys.status',
  help: 'keys.help',
} as const satisfies Record<Command, string>;

const COMMANDS = Object.keys(KEYS) as Command[];

/** The button, and the list of keys that it opens; `?` opens it, too. */
export function KeysHelp() {
  const { t } = useTexts();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [preference] = useState(keysPreference);
  const [on, setOn] = useState(preference.isOn);
  const title = t('keys.title');
  const [isOpen, setIsOpen] = useState(false);
  function open(): void {
    dialog.current?.showModal();
    setIsOpen(true);
  }
  // Not the dialog of Jira's that the inbox may be in.
  useEscape(isOpen, () => dialog.current?.close());
  useCommand('help', open);
  return (
    <>
      <button type="button" className="fd-icon-button" aria-label={title} title={title} onClick={open}>
        <QuestionCircleIcon label="" />
      </button>
      <dialog
        ref={dialog}
        className="keys-help"
        aria-labelledby={`${id}-title`}
        onClose={() => setIsOpen(false)}
      >
        <div className="keys-help-head">
          <h2 id={`${id}-title`}>{title}</h2>
          <button
            type="button"
            className="fd-icon-button"
            aria-label={t('keys.close')}
            title={t('keys.close')}
            onClick={() => dialog.current?.close()}
          >
            <CrossIcon label="" />
          </button>
        </div>
        <dl>
          {COMMANDS.map((command) => (
            <div key={command}>
              <dt>
                <Keys keys={KEYS[command].toUpperCase().split(' ')} />
              </dt>
              <dd>{t(TEXTS[command])}</dd>
            </div>
          ))}
        </dl>
        <label className="keys-help-on">
          <input
            type="checkbox"
            checked={on}
            onChange={({ target }) => {
              preference.set(target.checked);
              setOn(preference.isOn());
            }}
          />
          {t('keys.on')}
        </label>
      </dialog>
    </>
  );
}

/** One after the other, where it takes more than one. */
function Keys({ keys }: { keys: string[] }) {
  const { t } = useTexts();
  return keys.map((key, index) => (
    <Fragment key={key}>
      {index > 0 && <span className="fd-small fd-subtle">{t('keys.then')}</span>}
      <kbd>{key}</kbd>
    </Fragment>
  ));
}
