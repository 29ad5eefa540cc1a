import type { FrameLocator, Locator, Page } from 'playwright-core';

/** Where things are on the local site's pages, by what people see and hear. */

/** The button that the background script draws in Jira's top bar. */
export const indicator = (page: Page): Locator =>
  page.locator('.bar-frame').frameLocator('iframe').getByRole('button');

/** The panel in a dialog over the page. */
export const dialog = (page: Page): FrameLocator => page.locator('dialog[open]').frameLocator('iframe');

/** A module's page that fills the content. */
export const modulePage = (page: Page): FrameLocator => page.locator('.module-page').frameLocator('iframe');

/** What the app shows beside a request in Jira, once somebody has opened that section. */
export const besideRequest = (page: Page): FrameLocator =>
  page.locator('[data-section="beside-request"]').frameLocator('iframe');

/** Opens that section, or closes it again. */
export const foldBesideRequest = (page: Page): Promise<void> =>
  page.locator('[data-section="beside-request"] > summary').click();

/** The customer's panel, on the portal and on any other page. */
export const chatPanel = (place: Page | FrameLocator): Locator => place.getByRole('dialog', { name: 'Chat' });

/** The chat in the footer of the customer portal. */
export const portalChat = (page: Page): FrameLocator =>
  page.locator('.portal-footer-frame').frameLocator('iframe');

/** What the widget there says, as soon as it knows: where nothing is drawn, it may not know yet. */
export const widgetState = (place: Page | FrameLocator): Promise<string | undefined> =>
  place.locator('html').evaluate(async () => (await window.frontdesk?.getAvailability())?.state);

/** Jira's flags. */
export const flag = (page: Page, text: string | RegExp): Locator =>
  page.locator('.flag').filter({ hasText: text });

/** The page of a person in Jira, the portal and so on. */
export const addresses = {
  project: (who: string, key = 'SUP') => `/as/${who}/jira/projects/${key}`,
  issue: (who: string, key: string) => `/as/${who}/jira/browse/${key}`,
  chatPage: (who: string) => `/as/${who}/jira/apps/chat`,
  inbox: (who: string, key = 'SUP') => `/as/${who}/jira/projects/${key}/queues/apps/inbox`,
  projectSettings: (who: string, key = 'SUP') =>
    `/as/${who}/jira/projects/${key}/settings/apps/project-settings`,
  team: (who: string, key = 'SUP') => `/as/${who}/jira/projects/${key}/apps/team`,
  dashboard: (who: string) => `/as/${who}/jira/dashboards/10100`,
  globalSettings: (who: string) => `/as/${who}/jira/settings/apps/global-settings`,
  portal: (who: string, portal = 1) => `/as/${who}/portal/${portal}`,
  request: (who: string, key: string, portal = 1) => `/as/${who}/portal/${portal}/${key}`,
};
