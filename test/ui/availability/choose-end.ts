import { fireEvent, screen } from '@testing-library/react';
import { button, fill, settle } from '../render-page';

/** The one control of "until". */
export const untilButton = (): HTMLButtonElement => button(/^Until/);
/** What it offers while it is open. */
export const choices = (): string[] =>
  screen.getAllByRole('menuitemradio').map(({ textContent }) => textContent ?? '');

export async function choose(name: string | RegExp): Promise<void> {
  fireEvent.click(untilButton());
  fireEvent.click(screen.getByRole('menuitemradio', { name }));
  await settle();
}

/** Writes a time, and does not use it yet. */
export async function pick(time: string): Promise<void> {
  await choose('Choose a time…');
  await fill('Stay online until', time);
}
