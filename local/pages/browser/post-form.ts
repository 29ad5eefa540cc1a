import { fieldsOf } from './payload-fields';

/** Sends a form, once at a time. False when it was refused: the form then says why, and keeps what was typed. */
export async function postForm(form: HTMLFormElement, submitter: HTMLElement | null): Promise<boolean> {
  if (form.ariaBusy === 'true') return false;
  const status = form.querySelector<HTMLElement>('.form-status');
  const say = (text: string): void => {
    if (status) status.textContent = text;
  };
  form.ariaBusy = 'true';
  try {
    const data = new FormData(form, submitter);
    const fields = [...data].map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : '',
    ]);
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields),
    });
    const { error } = fieldsOf(await response.json().catch(() => ({})));
    if (!response.ok) {
      say(typeof error === 'string' ? error : `The local site answered ${response.status}. Try again.`);
      return false;
    }
    form.reset();
    say('Sent.');
    return true;
  } catch {
    say('The local site cannot be reached. Try again.');
    return false;
  } finally {
    form.ariaBusy = null;
  }
}
