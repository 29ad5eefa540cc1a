import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, onTestFinished } from 'vitest';
import { Announcer } from '../../static/app/announcer';
import { TextsProvider } from '../../static/app/texts-context';
import { englishTexts } from './english-texts';

/** Draws what stands on a page of the app, in English, until the test is over. */
export function renderPage(page: ReactNode): void {
  onTestFinished(cleanup);
  render(
    <TextsProvider value={englishTexts}>
      <Announcer>{page}</Announcer>
    </TextsProvider>,
  );
}

/** What was asked for is answered and drawn. */
export const settle = (): Promise<void> => act(async () => new Promise((resolve) => setImmediate(resolve)));

export const button = (name: string | RegExp): HTMLButtonElement => screen.getByRole('button', { name });

/** Presses a button, and waits for what comes of it. */
export async function press(name: string | RegExp): Promise<void> {
  fireEvent.click(button(name));
  await settle();
}

/** Writes into a field, or chooses in a list by the option's words. */
export async function fill(label: string, text: string): Promise<void> {
  const field = screen.getByLabelText(label);
  const option = [...field.querySelectorAll('option')].find(({ textContent }) => textContent === text);
  fireEvent.change(field, { target: { value: option?.value ?? text } });
  await settle();
}

/** These words are on the page. */
export function expectWords(...words: (string | RegExp)[]): void {
  for (const each of words) expect(screen.queryAllByText(each).length, String(each)).toBeGreaterThan(0);
}

export function expectNoWords(...words: (string | RegExp)[]): void {
  for (const each of words) expect(screen.queryAllByText(each), String(each)).toEqual([]);
}

/** Somebody is told so at once: with these words, among others. */
export function expectAlert(...words: (string | RegExp)[]): void {
  const alert = within(screen.getByRole('alert'));
  for (const each of words) expect(alert.queryAllByText(each).length, String(each)).toBeGreaterThan(0);
}
