import type { FrameLocator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { addresses, dialog, flag, indicator, modulePage, portalChat, widgetState } from './support/places';

/** The first steps above the settings show it, too, until a page was seen. */
const websiteIn = (settings: FrameLocator) =>
  settings.getByRole('region', { name: 'On your website', exact: true });
const snippetIn = (settings: FrameLocator) => websiteIn(settings).getByLabel('Embed code', { exact: true });

describe('project settings', () => {
  test('a Jira admin enables chat, copies the snippet, and a web page shows the icon', async ({
    site,
    visitors,
  }) => {
    const browser = await visitors.browserOf('joe');
    await browser.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await visitors.open('joe', addresses.projectSettings('joe', 'HR'));
    const settings = modulePage(page);
    await expectShown(settings.getByText('The embed code appears here'));
    await settings.getByRole('switch', { name: 'Turn on chat' }).check();
    await expectShown(settings.getByText('Chat turns on when you save.'));
    await settings.getByRole('button', { name: 'Save' }).click();
    await expectShown(flag(page, 'Chat settings for People saved'), settings.getByText('All changes saved'));

    await websiteIn(settings).getByRole('button', { name: 'Copy' }).first().click();
    await expectShown(settings.getByText('Copied'));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await snippetIn(settings).inputValue());
    expect(copied).toContain(await site.widgetId('HR'));

    const shop = await visitors.open('shopper', `${site.example}?project=HR`);
    await expectShown(shop.getByRole('button', { name: 'We’re offline' }));
  });

  test('a new id makes the old snippet draw nothing, and leaves the portal alone (C7)', async ({
    site,
    visitors,
  }) => {
    const oldId = await site.widgetId('SUP');
    const page = await visitors.open('pia', addresses.projectSettings('pia'));
    const settings = modulePage(page);
    await settings.getByRole('button', { name: 'Replace', exact: true }).click();
    await settings.getByRole('alertdialog').getByRole('button', { name: 'Replace embed code' }).click();
    await expectShown(flag(page, 'Embed code replaced'));
    const newId = await site.widgetId('SUP');
    expect(newId).not.toBe(oldId);
    await expectSoon(() => snippetIn(settings).inputValue()).toContain(newId);

    const oldPage = await visitors.open('old', `${site.example}?widget=${oldId}`);
    await expectSoon(() => widgetState(oldPage)).toBe('disabled');
    await expectGone(oldPage.getByRole('button'));
    const newPage = await visitors.open('new', `${site.example}?widget=${newId}`);
    const portal = await visitors.open('cara', addresses.portal('cara'));
    await expectShown(
      newPage.getByRole('button', { name: 'We’re offline' }),
      portalChat(portal).getByRole('button', { name: 'We’re offline' }),
    );
  });

  test('two admins change the same text: neither change is lost unseen', async ({ site, visitors }) => {
    const pia = await visitors.open('pia', addresses.projectSettings('pia'));
    const joe = await visitors.open('joe', addresses.projectSettings('joe'));
    const [hers, his] = [modulePage(pia), modulePage(joe)];
    await expectShown(his.getByLabel('Welcome message'));
    await hers.getByLabel('Welcome message').fill('Hello from Pia');
    await his.getByLabel('Welcome message').fill('Hello from Joe');
    await hers.getByRole('button', { name: 'Save' }).click();
    await expectShown(hers.getByText('All changes saved'));

    // He is told before he saves; had he been quicker, the answer to his saving would say the same.
    await expectShown(
      his.getByText('Someone else has saved these settings'),
      his.getByRole('cell', { name: 'Hello from Pia' }),
      his.getByRole('cell', { name: 'Hello from Joe' }),
    );
    const saved = async (): Promise<string> =>
      (await site.ask('pia', 'getProjectSettings', { projectId: site.projectId('SUP') })).settings
        .welcomeText;
    expect(await saved()).toBe('Hello from Pia');
    await his.getByRole('button', { name: 'Save yours' }).click();
    await expectShown(his.getByText('All changes saved'));
    expect(await saved()).toBe('Hello from Joe');
  });

  test('an admin closes the chat for a time: every page knows, and it ends by itself (H4)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const pia = await visitors.open('pia', addresses.projectSettings('pia'));
    const joe = await visitors.open('joe', addresses.projectSettings('joe'));
    const [hers, his] = [modulePage(pia), modulePage(joe)];
    const seen = (settings: FrameLocator) => settings.locator('.fd-customers-see');
    await expectShown(seen(hers).getByText('Online', { exact: true }));
    await hers.getByRole('button', { name: 'Close chat until…' }).click();
    await hers.getByLabel('Message for customers (optional)').fill('We’re at our team day');
    await hers.getByRole('button', { name: 'Close chat', exact: true }).click();
    await expectShown(
      seen(hers).getByText('Closed until 11:00 AM'),
      hers.getByRole('cell', { name: 'Closed until 11:00 AM Now' }),
      his.getByText('We’re at our team day'),
      seen(his).getByText('Closed until 11:00 AM'),
    );
    const web = await visitors.open('shopper', `${site.example}?widget=${await site.widgetId('SUP')}`);
    await expectSoon(() => widgetState(web)).toBe('offline');

    await site.advance(60);
    await expectShown(
      seen(hers).getByText('Online', { exact: true }),
      hers.getByText(/^No closure is planned/),
    );
    await site.passPoll();
    await expectSoon(() => widgetState(web)).toBe('online');
  });

  test('hours hide the chat outside of them, for everyone at the same moments (H3)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const pia = await visitors.open('pia', addresses.projectSettings('pia'));
    const settings = modulePage(pia);
    await settings.getByRole('radio', { name: 'At set hours, in the space’s time zone' }).check();
    await expectShown(settings.getByRole('cell', { name: 'We’re online Now' }));
    expect(await settings.getByLabel('Time zone', { exact: true }).inputValue()).toBe('Europe/London');
    await settings.getByLabel('Monday, slot 1, from').fill('11:00');
    await settings.getByLabel('Monday, slot 1, from').blur();
    await expectShown(settings.getByRole('cell', { name: 'No icon Now' }));
    await settings.getByRole('button', { name: 'Save' }).click();
    await expectShown(
      settings.getByText('All changes saved'),
      settings.locator('.fd-customers-see').getByText(/^No icon right now/),
    );
    const web = await visitors.open('shopper', `${site.example}?widget=${await site.widgetId('SUP')}`);
    await expectSoon(() => widgetState(web)).toBe('hidden');

    await site.advance(60);
    await expectShown(settings.locator('.fd-customers-see').getByText('Online', { exact: true }));
    await expectShown(settings.getByRole('cell', { name: 'We’re online Now' }));
  });

  test('the log tells who did what', async ({ site, visitors }) => {
    await site.goOnline('ann', { minutes: 30 });
    await site.advance(1);
    const page = await visitors.open('pia', addresses.projectSettings('pia'));
    const settings = modulePage(page);
    await settings.getByRole('button', { name: 'Show log' }).click();
    await expectShown(
      settings.getByText('Ann Agent went online until 10:30 AM.'),
      settings.getByText('Pia Park turned on chat.'),
    );
  });

  test('people who may not change them are told who can', async ({ visitors }) => {
    const page = await visitors.open('lee', addresses.projectSettings('lee'));
    await expectShown(modulePage(page).getByText('You can’t change chat settings in this space'));
    await expectGone(modulePage(page).getByRole('button', { name: 'Save' }));
  });
});

describe('global settings', () => {
  test('a Jira admin bounds the online time, and the dialog offers nothing longer', async ({ visitors }) => {
    const admin = await visitors.open('joe', addresses.globalSettings('joe'));
    const settings = modulePage(admin);
    await settings.getByLabel('Maximum online time').selectOption({ label: '2 hours' });
    await settings.getByLabel('Default online time').selectOption({ label: '1 hour' });
    await settings.getByRole('button', { name: 'Save' }).click();
    await expectShown(flag(admin, 'Chat settings saved'), settings.getByText('All changes saved'));

    const page = await visitors.open('ann', addresses.project('ann'));
    await indicator(page).click();
    const until = dialog(page).getByRole('button', { name: /^Until 11:\d\d AM/ });
    await until.click();
    await expectShown(dialog(page).getByRole('menuitemradio', { name: /^1 hr 11:/, checked: true }));
    expect(await dialog(page).getByRole('menuitemradio').allTextContents()).toEqual([
      expect.stringMatching(/^30 min 10:\d\d AM$/),
      expect.stringMatching(/^1 hr 11:\d\d AM$/),
      expect.stringMatching(/^Until I go offline 12:\d\d PM at the latest$/),
      'Choose a time…',
    ]);
  });

  test('two Jira admins change the same thing: neither change is lost unseen', async ({ site, visitors }) => {
    const joe = await visitors.open('joe', addresses.globalSettings('joe'));
    const settings = modulePage(joe);
    const days = settings.getByLabel('Keep activity log for');
    await days.fill('30');
    const theirs = { ...(await site.ask('joe', 'getGlobalSettings', {})), logDays: 60, longestMinutes: 240 };
    await site.ask('joe', 'saveGlobalSettings', { settings: theirs });
    await settings.getByRole('button', { name: 'Save' }).click();
    await expectShown(
      settings.getByText('Someone else has saved these settings'),
      settings.getByRole('row', { name: 'Keep activity log for 60 days 30 days' }),
    );
    expect(await days.inputValue()).toBe('30');
    expect(await settings.getByLabel('Maximum online time').inputValue()).toBe('240');
    expect(await site.ask('joe', 'getGlobalSettings', {})).toMatchObject({ logDays: 60 });

    await settings.getByRole('button', { name: 'Save yours' }).click();
    await expectShown(flag(joe, 'Chat settings saved'), settings.getByText('All changes saved'));
    expect(await site.ask('joe', 'getGlobalSettings', {})).toMatchObject({
      logDays: 30,
      longestMinutes: 240,
    });
  });

  test('others are told that Jira admins can', async ({ visitors }) => {
    const page = await visitors.open('pia', addresses.globalSettings('pia'));
    await expectShown(modulePage(page).getByText('You can’t change these settings'));
  });
});
