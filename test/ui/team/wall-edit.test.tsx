import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WallChoice } from '../../../src/contract/wall';
import { readConfig } from '../../../static/team/wall/wall-config';
import { showWallEdit } from '../../../static/team/wall/wall-edit';
import { axeViolations } from '../axe-violations';
import { englishTexts } from '../english-texts';
import { fakeResolver, ok, refused } from '../fake-resolver';
import { expectWords, settle } from '../render-page';
import { aRoot } from './a-wall';

afterEach(() => document.body.replaceChildren());

describe('D12: the set-up of a wall', () => {
  const CHOICES: WallChoice[] = [
    { id: '10002', name: 'IT Operations' },
    { id: '10001', name: 'Support' },
    { id: '10003', name: 'People', why: 'chat-off' },
    { id: '99999', name: null, why: 'unseen' },
  ];

  async function openEdit(config: Parameters<typeof showWallEdit>[1]['config'], spaces = CHOICES) {
    const resolver = fakeResolver({ getWallChoices: [ok({ spaces })] });
    const submit = vi.fn<(payload?: unknown) => Promise<void>>(async () => undefined);
    const cancel = vi.fn<(payload?: unknown) => Promise<void>>(async () => undefined);
    await act(() =>
      showWallEdit(aRoot(), { texts: englishTexts, call: resolver.call, config, submit, cancel }),
    );
    return { resolver, submit, cancel };
  }

  const box = (name: string): HTMLInputElement => screen.getByLabelText(name);

  async function press(name: string): Promise<void> {
    fireEvent.click(screen.getByRole('button', { name }));
    await settle();
  }

  it('has Jira keep which spaces are chosen, by id alone', async () => {
    const { submit } = await openEdit(null);
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    fireEvent.click(box('Support'));
    fireEvent.click(box('Show names'));
    expect(await axeViolations()).toEqual([]);
    await press('Save');
    expect(submit.mock.calls).toEqual([[{ projectIds: ['10001'], showNames: false }]]);
  });

  it('shows what is chosen already, and lets go of what is gone, but does not take it again', async () => {
    const { resolver, submit, cancel } = await openEdit({
      projectIds: ['10001', '10003', '99999'],
      showNames: true,
    });
    expect(resolver.payloads('getWallChoices')).toEqual([{ chosen: ['10001', '10003', '99999'] }]);
    expectWords(
      'Chat isn’t turned on there.',
      'It no longer exists, or you don’t have permission to see it.',
    );
    fireEvent.click(box('People'));
    expect(box('People').disabled).toBe(true);
    await press('Cancel');
    expect(cancel).toHaveBeenCalledOnce();
    await press('Save');
    expect(submit.mock.calls).toEqual([[{ projectIds: ['10001', '99999'], showNames: true }]]);
  });

  it('asks for one space at least, and takes ten', async () => {
    const many = Array.from({ length: 11 }, (_, index) => ({
      id: String(index + 1),
      name: `Space ${String(index + 1)}`,
    }));
    const { submit } = await openEdit(null, many);
    await press('Save');
    expect(screen.getByRole('alert').textContent).toBe('Choose at least one space.');
    expect(submit).not.toHaveBeenCalled();
    for (const { name } of many.slice(0, 10)) fireEvent.click(box(name));
    expect(screen.getByRole('alert').textContent).toBe('');
    expect(box('Space 11').disabled).toBe(true);
  });

  it('keeps the choice where Jira does not take it, and sends it once for two clicks', async () => {
    const { submit } = await openEdit(null);
    submit.mockRejectedValueOnce(new Error('no'));
    fireEvent.click(box('Support'));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await press('Save');
    expect(submit).toHaveBeenCalledOnce();
    expect(screen.getByRole('alert').textContent).toBe('Your choice wasn’t saved. Try again.');
    expect(box('Support').checked).toBe(true);
  });

  it('says why there is nothing to choose, and what failed', async () => {
    await openEdit(null, []);
    expectWords('You’re not an agent or admin in any space with chat. Ask a space admin for access.');
    document.body.replaceChildren();
    const resolver = fakeResolver({ getWallChoices: [refused('unavailable'), ok({ spaces: CHOICES })] });
    const options = {
      texts: englishTexts,
      call: resolver.call,
      config: null,
      submit: async () => undefined,
      cancel: async () => undefined,
    };
    await act(() => showWallEdit(aRoot(), options));
    await press('Try again');
    expect(box('Support').checked).toBe(false);
  });

  it('is not believed blindly: anybody may have written it', () => {
    expect(readConfig(undefined)).toBeNull();
    expect(readConfig({ projectIds: 'all' })).toBeNull();
    expect(readConfig({ projectIds: ['x', 7, null] })).toBeNull();
    const ids = Array.from({ length: 12 }, (_, index) => String(index + 1));
    expect(readConfig({ projectIds: ['1', ...ids, '<b>'], refresh: 15 })).toEqual({
      projectIds: ids.slice(0, 10),
      showNames: true,
    });
  });
});
