import { lengthWords, type Labels } from './panel-words';
import { element, onPress, say } from './element';

export interface MessageField {
  parts: HTMLElement;
  update(text: string, busy: boolean, agentTyping: boolean): void;
  focus(): void;
}

/** The field, its button, and a line in between that comes and goes without moving them. */
export function createMessageField(
  labels: Labels,
  onType: (text: string) => void,
  onSend: () => void,
): MessageField {
  const beat = element('p', { className: 'beat', role: 'status' });
  const field = element('textarea', {
    id: 'text',
    rows: 2,
    enterKeyHint: 'send',
    'aria-describedby': 'keys',
  });
  const button = element('button', { className: 'main' });
  field.oninput = () => onType(field.value);
  // Enter sends, Shift+Enter starts a new line; an Enter that ends the composition of a character does neither.
  field.onkeydown = (event) => {
    // oxlint-disable-next-line typescript/no-deprecated -- Safari has ended the composition by then: only the old code tells.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    button.click();
  };
  onPress(button, onSend);

  return {
    parts: element(
      'div',
      { className: 'write' },
      element('label', { htmlFor: 'text' }, labels['field']),
      beat,
      field,
      element('div', { className: 'end' }, element('small', { id: 'keys' }, labels['keys']), button),
    ),
    update(text, busy, agentTyping) {
      if (field.value !== text) field.value = text;
      field.readOnly = busy;
      button.setAttribute('aria-disabled', String(busy));
      say(button, labels[busy ? 'sending' : 'send']);
      say(beat, lengthWords(text, labels) || (agentTyping ? labels['typing'] : ''));
    },
    focus: () => field.focus(),
  };
}
