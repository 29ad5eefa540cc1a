import { aProject } from './a-project';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProjectSettings } from '../../../src/domain/settings';
import { SettingsPage } from '../../../static/settings/project/settings-page';
import { button, press } from '../render-page';
import { asksBeforeLeaving, enter, open, tick, valueOf, versions } from './on-screen';

async function openPage(first: Partial<ProjectSettings> = {}) {
  const project = aProject(first);
  await open(<SettingsPage projectId="10001" viewerId="pia" />);
  return project;
}

const [WELCOME, SITES, ENABLED] = ['Welcome message', 'Allowed websites', 'Turn on chat'];
const form = () => screen.getByRole('form', { name: 'Settings' });

afterEach(cleanup);

describe('the settings of a project', () => {
  it('have nothing to save, and say nothing, until something is changed', async () => {
    const { saves } = await openPage({ welcomeText: 'Hello' });
    expect(valueOf(WELCOME)).toBe('Hello');
    expect(screen.getByText('All changes saved')).toBeTruthy();
    expect([button('Save').disabled, button('Discard').disabled]).toEqual([true, true]);
    expect([asksBeforeLeaving(), screen.queryByRole('alert'), saves()]).toEqual([false, null, 0]);
  });

  it('that were changed say so, ask before the page is left, and can be discarded', async () => {
    await openPage();
    await enter(WELCOME, 'Hello');
    expect(screen.getByText('You have unsaved changes.')).toBeTruthy();
    expect([button('Save').disabled, asksBeforeLeaving()]).toEqual([false, true]);
    await press('Discard');
    expect([valueOf(WELCOME), asksBeforeLeaving()]).toEqual(['', false]);
  });

  it('are saved once by a double click, and shown as they were saved', async () => {
    const { jira, saves } = await openPage();
    await enter(SITES, 'HTTPS://Shop.example/');
    await act(async () => {
      fireEvent.submit(form());
      fireEvent.submit(form());
    });
    expect(screen.getByText('All changes saved')).toBeTruthy();
    expect([valueOf(SITES), saves()]).toEqual(['https://shop.example', 1]);
    expect(jira.flags).toEqual(['Chat settings for Support saved']);
  });

  it('that could not be saved say why and change nothing', async () => {
    const site = await openPage();
    await enter(WELCOME, 'Hello');
    site.refusal = 'unavailable';
    await press('Save');
    const alert = within(screen.getByRole('alert'));
    expect(alert.getByText('Your changes weren’t saved. They’re still here.')).toBeTruthy();
    expect(alert.getByText('Frontdesk can’t be reached right now. Try again in a moment.')).toBeTruthy();
    expect([valueOf(WELCOME), site.stored.settings.welcomeText, site.jira.flags]).toEqual(['Hello', '', []]);
    site.refusal = null;
    await press('Save');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(site.stored.settings.welcomeText).toBe('Hello');
  });

  it('are not saved while a line is no web site, and take what was probably meant', async () => {
    const site = await openPage();
    await enter(SITES, 'https://a.example\nshop.example');
    expect(screen.getByText('Line 2: add https:// or http:// to the start of “shop.example”.')).toBeTruthy();
    expect(screen.getByText('Fix the errors above, then save.')).toBeTruthy();
    expect([button('Save').disabled, asksBeforeLeaving()]).toEqual([true, true]);
    await act(async () => void fireEvent.submit(form()));
    expect(site.saves()).toBe(0);
    await press('Use https://shop.example');
    await press('Save');
    expect(site.stored.settings.allowedOrigins).toEqual(['https://a.example', 'https://shop.example']);
  });
});

describe('turning chat off', () => {
  it('is asked about first, and done when it is confirmed', async () => {
    const site = await openPage();
    await tick(ENABLED);
    await press('Save');
    expect(screen.getByRole('alertdialog', { name: 'Turn off chat in Support?' })).toBeTruthy();
    expect(site.saves()).toBe(0);
    await press('Turn off chat');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(site.stored.settings.chatEnabled).toBe(false);
  });

  it('is not done when chat is kept on', async () => {
    const site = await openPage();
    await tick(ENABLED);
    await press('Save');
    await press('Keep chat on');
    expect(screen.getByLabelText<HTMLInputElement>(ENABLED).checked).toBe(true);
    expect(screen.getByText('All changes saved')).toBeTruthy();
    expect(site.saves()).toBe(0);
  });

  it('saves nothing while a line that was typed meanwhile is no web site: it would be lost', async () => {
    const site = await openPage();
    await tick(ENABLED);
    await press('Save');
    await enter(SITES, 'nonsense');
    await press('Turn off chat');
    expect(site.saves()).toBe(0);
    expect(valueOf(SITES)).toBe('nonsense');
    expect(screen.getByText('Fix the errors above, then save.')).toBeTruthy();
  });
});

describe('when somebody else saves the settings of the project meanwhile', () => {
  /** The page is told of it before anything is saved here. */
  async function hear(site: ReturnType<typeof aProject>): Promise<void> {
    const before = site.jira.asked.length;
    site.jira.ping({ projects: ['10001'] });
    await waitFor(() => expect(site.jira.asked.slice(before)).toContain('getProjectSettings'));
    await act(async () => undefined);
  }

  async function bothChanged() {
    const site = await openPage();
    await enter(WELCOME, 'Mine');
    site.change({ welcomeText: 'Theirs', anonymous: 'never' });
    await hear(site);
    return site;
  }

  it('their change is seen at once where nothing was typed', async () => {
    const site = await openPage();
    site.change({ welcomeText: 'Theirs' });
    await hear(site);
    expect(valueOf(WELCOME)).toBe('Theirs');
    expect(screen.getByText(/Someone else changed these settings.*: welcome message\./)).toBeTruthy();
    expect(screen.getByText('All changes saved')).toBeTruthy();
  });

  it('both versions of what both changed are shown before anything is saved', async () => {
    const { jira, saves } = await bothChanged();
    expect(screen.getByRole('alert', { name: 'Someone else has saved these settings' })).toBeTruthy();
    expect(versions()).toEqual([['welcome message', 'Theirs', 'Mine']]);
    expect(screen.getByText('First choose which version to keep.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('No one').checked).toBe(true);
    expect([button('Save').disabled, saves(), jira.flags]).toEqual([true, 0, []]);
  });

  it('“Use theirs” shows theirs, and there is nothing to save', async () => {
    const site = await bothChanged();
    await press('Use theirs');
    expect(valueOf(WELCOME)).toBe('Theirs');
    expect(screen.getByText('All changes saved')).toBeTruthy();
    expect(site.saves()).toBe(0);
  });

  it('“Save yours” saves what was typed here, on top of what else they changed', async () => {
    const site = await bothChanged();
    await press('Save yours');
    expect(site.stored.settings).toMatchObject({ welcomeText: 'Mine', anonymous: 'never' });
    expect(screen.queryByText('Someone else has saved these settings')).toBeNull();
    expect(screen.getByText('All changes saved')).toBeTruthy();
  });

  it('the answer to saving says the same, with web sites as they were typed', async () => {
    const site = await openPage({ allowedOrigins: ['https://a.example'] });
    await enter(SITES, '');
    site.change({ allowedOrigins: ['https://b.example', 'https://c.example'] });
    await press('Save');
    expect(versions()).toEqual([
      ['allowed websites', 'https://b.example\nhttps://c.example', 'All websites'],
    ]);
    expect(site.stored.settings.allowedOrigins).toHaveLength(2);
  });

  it('a new snippet is nothing to choose about: saving goes on by itself', async () => {
    const site = await openPage();
    await enter(WELCOME, 'Hello');
    site.change({}, { widgetId: 'w2' });
    await press('Save');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(site.stored).toMatchObject({ rev: 3, settings: { welcomeText: 'Hello' } });
  });
});
