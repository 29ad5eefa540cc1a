import { fakeJira } from './fake-jira';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { refuse, type ErrorCode } from '../../../src/domain/errors';
import { DEFAULT_GLOBAL_SETTINGS, type SavedGlobalSettings } from '../../../src/domain/settings';
import { AdminPage } from '../../../static/settings/global/admin-page';
import { button, press } from '../render-page';
import { answerLater, asksBeforeLeaving, enter, open, valueOf, versions } from './on-screen';

/** A site that stores global settings, and says no where it is told to. */
function aSite() {
  const first: SavedGlobalSettings = { ...DEFAULT_GLOBAL_SETTINGS, rev: 1 };
  const site = {
    stored: first,
    refusal: null as ErrorCode | null,
    /** What another Jira admin saves. */
    change: (change: Partial<SavedGlobalSettings>) => {
      site.stored = { ...site.stored, ...change, rev: site.stored.rev + 1 };
    },
  };
  const answer = () =>
    site.refusal === null ? ({ ok: true, value: site.stored } as const) : refuse(site.refusal, '');
  const jira = fakeJira({
    getGlobalSettings: answer,
    getChatSpaces: () => ({ ok: true, value: { spaces: [{ id: '10001', name: 'Support' }] } }),
    saveGlobalSettings: ({ settings, rev }) => {
      if (site.refusal === null && rev !== site.stored.rev) return refuse('conflict', '');
      if (site.refusal === null) site.change(settings);
      return answer();
    },
  });
  const saves = () => jira.asked.filter((key) => key === 'saveGlobalSettings').length;
  return Object.assign(site, { jira, saves });
}

async function openPage() {
  const site = aSite();
  await open(<AdminPage />);
  return site;
}

const DAYS = 'Keep activity log for';

afterEach(cleanup);

describe('the global settings', () => {
  it('have nothing to save, and say nothing, until something is changed', async () => {
    const { saves } = await openPage();
    expect(screen.getByText('All changes saved')).toBeTruthy();
    expect([button('Save').disabled, button('Discard').disabled]).toEqual([true, true]);
    expect(asksBeforeLeaving()).toBe(false);
    expect([screen.queryByRole('alert'), screen.queryByText(/Someone else/)]).toEqual([null, null]);
    expect(saves()).toBe(0);
  });

  it('that were changed say so, ask before the page is left, and can be discarded', async () => {
    await openPage();
    await enter(DAYS, '30');
    expect(screen.getByText('You have unsaved changes.')).toBeTruthy();
    expect(button('Save').disabled).toBe(false);
    expect(asksBeforeLeaving()).toBe(true);
    await press('Discard');
    expect(screen.getByText('All changes saved')).toBeTruthy();
    expect(valueOf(DAYS)).toBe(String(DEFAULT_GLOBAL_SETTINGS.logDays));
    expect(asksBeforeLeaving()).toBe(false);
  });

  it('are saved, shown as they were saved, and can be changed again', async () => {
    const { jira, ...site } = await openPage();
    await enter(DAYS, ' 30 ');
    await press('Save');
    expect(screen.getByText('All changes saved')).toBeTruthy();
    expect(valueOf(DAYS)).toBe('30');
    expect(jira.flags).toEqual(['Chat settings saved']);
    await enter('Maximum online time', '120');
    await press('Save');
    expect(jira.flags).toHaveLength(2);
    expect(site.saves()).toBe(2);
  });

  it('are saved once by a double click, and what is typed meanwhile stays', async () => {
    const { jira, saves } = await openPage();
    const save = jira.answers.saveGlobalSettings;
    const arrived: (() => void)[] = [];
    jira.answers.saveGlobalSettings = (payload) =>
      new Promise((resolve) => arrived.push(() => save && resolve(save(payload))));
    await enter(DAYS, '30');
    const form = screen.getByRole('form', { name: 'Frontdesk' });
    await act(async () => {
      fireEvent.submit(form);
      fireEvent.submit(form);
    });
    expect(screen.getByText('Saving…')).toBeTruthy();
    await enter('Default online time', '60');
    await act(async () => arrived.forEach((answer) => answer()));
    expect(saves()).toBe(1);
    expect([valueOf(DAYS), valueOf('Default online time')]).toEqual(['30', '60']);
    expect(screen.getByText('You have unsaved changes.')).toBeTruthy();
  });

  it('that could not be saved say why, change nothing, and are saved by the next press', async () => {
    const site = await openPage();
    await enter(DAYS, '30');
    site.refusal = 'not-allowed';
    await press('Save');
    const alert = within(screen.getByRole('alert'));
    expect(alert.getByText('Your changes weren’t saved. They’re still here.')).toBeTruthy();
    expect(alert.getByText(/You don’t have permission to do this/)).toBeTruthy();
    expect([valueOf(DAYS), site.stored.rev, site.jira.flags]).toEqual(['30', 1, []]);
    site.refusal = null;
    await press('Save');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(site.stored).toMatchObject({ logDays: 30, rev: 2 });
  });

  it('are not saved while the default online time is longer than the longest', async () => {
    const { saves } = await openPage();
    await enter('Default online time', '240');
    await enter('Maximum online time', '60');
    expect(screen.getByText(/The default is longer than the maximum online time/)).toBeTruthy();
    expect(screen.getByText('Fix the errors above, then save.')).toBeTruthy();
    expect(button('Save').disabled).toBe(true);
    await act(async () => void fireEvent.submit(screen.getByRole('form', { name: 'Frontdesk' })));
    expect(saves()).toBe(0);
    await enter('Maximum online time', '240');
    await press('Save');
    expect(saves()).toBe(1);
  });

  it('are not saved while the number of days cannot be read', async () => {
    await openPage();
    await enter(DAYS, 'ten');
    expect(screen.getByText('Enter a whole number from 1 to 365.')).toBeTruthy();
    expect(button('Save').disabled).toBe(true);
    expect(asksBeforeLeaving()).toBe(true);
  });
});

describe('when another Jira admin saved meanwhile', () => {
  async function bothChanged() {
    const site = await openPage();
    await enter(DAYS, '30');
    site.change({ logDays: 60, longestMinutes: 240 });
    await press('Save');
    return site;
  }

  it('both versions of what both changed are shown, and nothing is saved before one is chosen', async () => {
    const { stored, jira } = await bothChanged();
    expect(screen.getByRole('alert', { name: 'Someone else has saved these settings' })).toBeTruthy();
    expect(versions()).toEqual([[DAYS, '60 days', '30 days']]);
    expect(screen.getByText('First choose which version to keep.')).toBeTruthy();
    expect(button('Save').disabled).toBe(true);
    expect(valueOf('Maximum online time')).toBe('240');
    expect([stored.logDays, jira.flags]).toEqual([60, []]);
  });

  it('“Use theirs” shows theirs, and there is nothing to save', async () => {
    const site = await bothChanged();
    await press('Use theirs');
    expect(valueOf(DAYS)).toBe('60');
    expect(screen.getByText('All changes saved')).toBeTruthy();
    expect(site.stored).toMatchObject({ logDays: 60, rev: 2 });
  });

  it('“Save yours” saves what was typed here, on top of what else they changed', async () => {
    const site = await bothChanged();
    await press('Save yours');
    expect(screen.queryByRole('table')).toBeNull();
    expect(site.jira.flags).toEqual(['Chat settings saved']);
    expect(site.stored).toMatchObject({ logDays: 30, longestMinutes: 240, rev: 3 });
  });

  it('“Save yours” that is refused says why, and the choice is made', async () => {
    const site = await bothChanged();
    site.refusal = 'unavailable';
    await press('Save yours');
    expect(screen.getByRole('alert').textContent).toContain('Your changes weren’t saved.');
    expect([screen.queryByRole('table'), valueOf(DAYS), site.stored.logDays]).toEqual([null, '30', 60]);
  });

  it('what nobody touched here is taken over and named, and what was typed is kept', async () => {
    const site = await openPage();
    await enter(DAYS, '30');
    site.change({ longestMinutes: 240 });
    await press('Save');
    expect(
      screen.getByText(/they’re updated here: Maximum online time\. Your own changes are kept/),
    ).toBeTruthy();
    expect([valueOf('Maximum online time'), valueOf(DAYS)]).toEqual(['240', '30']);
    await press('Save');
    expect(site.stored).toMatchObject({ logDays: 30, longestMinutes: 240 });
  });
});

describe('the page of the global settings', () => {
  it('that could not be loaded says why, and “Try again” loads it', async () => {
    const site = aSite();
    site.refusal = 'unavailable';
    await open(<AdminPage />);
    expect(screen.getByRole('alert').textContent).toContain('Frontdesk can’t be reached right now.');
    const later = answerLater(() => ({ ok: true, value: site.stored }) as const);
    site.jira.answers.getGlobalSettings = () => later.promise;
    await press('Try again');
    expect(screen.getByText('Loading settings…')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    await later.come();
    expect(valueOf(DAYS)).toBe(String(site.stored.logDays));
  });

  it('tells others that Jira admins can change them', async () => {
    const site = aSite();
    site.refusal = 'not-allowed';
    await open(<AdminPage />);
    expect(screen.getByRole('group', { name: 'You can’t change these settings' })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('choose whose chat the help center’s front page shows, and say it in words', async () => {
    const site = await openPage();
    const select = screen.getByLabelText('Chat on the Help Center’s front page');
    fireEvent.change(select, { target: { value: '10001' } });
    await press('Save');
    expect(site.stored.defaultChat).toBe('10001');
    expect((select as HTMLSelectElement).selectedOptions[0]?.textContent).toBe('Support');
  });
});
