import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { TextsProvider } from '../../../static/app/texts-context';
import { englishTexts } from '../english-texts';

/** Draws a page in English, until its first questions are answered. */
export const open = (page: ReactNode): Promise<void> =>
  act(async () => void render(<TextsProvider value={englishTexts}>{page}</TextsProvider>));

/** Types into a text field, or chooses in a list. */
export const enter = (label: string, value: string): Promise<void> =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }));

export const tick = (label: string): Promise<void> =>
  act(async () => void fireEvent.click(screen.getByLabelText(label)));

export const valueOf = (label: string): string =>
  screen.getByLabelText<HTMLInputElement | HTMLSelectElement>(label).value;

/** The rows of the table with both versions, each as name, theirs, mine. */
export const versions = (): (string | null)[][] =>
  within(screen.getByRole('alert'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));

/** Would the browser ask before the page is left? */
export function asksBeforeLeaving(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
}

/** An answer that comes when it is told to. */
export function answerLater<T>(answer: () => T): { promise: Promise<T>; come(): Promise<void> } {
  let settle: (value: T) => void;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, come: () => act(async () => settle(answer())) };
}
