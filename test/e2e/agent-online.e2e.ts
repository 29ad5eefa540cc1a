import { describe, expect } from 'vitest';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { journey } from './support/journey';
import { addresses, dialog, indicator, portalChat } from './support/places';

describe('an agent goes online', () => {
  journey(
    'from the dialog behind the indicator, and the portal and a web page that were open turn online (S1, S2, I4, C1)',
    async ({ site, visitors }) => {
      const portal = await visitors.open('cara', addresses.portal('cara'));
      const shop = await visitors.open('visitor', site.example);
      await expectShown(
        portalChat(portal).getByRole('button', { name: 'We are offline' }),
        shop.getByRole('button', { name: 'We are offline' }),
      );
      const jira = await visitors.open('ann', addresses.project('ann'));
      await indicator(jira).click();
      await dialog(jira).getByRole('button', { name: 'Go online' }).click();
      await expectShown(dialog(jira).getByText('You are online in Support'));
      // Half a minute more than the longest pause between two polls.
      await site.advance(1.5);
      await expectShown(
        portalChat(portal).getByRole('button', { name: 'We are online' }),
        shop.getByRole('button', { name: 'We are online' }),
      );
    },
  );
});
