import type { FrameLocator, Locator, Page } from 'playwright-core';

/** Where things are on the local site's pages, by what people see and hear. */

/** The button that the background script draws in Jira's top bar. */
export const indicator = (page: Page): Locator =>
  page.locator('.bar-frame').frameLocator('iframe').getByRole('button');

/** The panel in a dialog over the page. */
export const dialog = (page: Page): FrameLocator => page.locator('dialog[open]').frameLocator('iframe');

/** A module's page that fills the content. */
export const modulePage = (page: Page): FrameLocator => page.locator('.module-page').frameLocator('iframe');

/** The chat in the footer of the customer portal. */
export const portalChat = (page: Page): FrameLocator =>
  page.locator('.portal-footer-frame').frameLocator('iframe');

/** Jira's flags. */
export const flag = (page: Page, text: string | RegExp): Locator =>
  page.locator('.flag').filter({ hasText: text });

/** The page of a person in Jira, the portal and so on. */
export const addresses = {
  project: (who: string, key = 'SUP') => `/as/${who}/jira/projects/${key}`,
  chatPage: (who: string) => `/as/${who}/jira/apps/chat`,
  projectSettings: (who: string, key = 'SUP') =>
    `/as/${who}/jira/projects/${key}/settings/apps/project-settings`,
  globalSettings: (who: string) => `/as/${who}/jira/settings/apps/global-settings`,
  portal: (who: string, portal = 1) => `/as/${who}/portal/${portal}`,
};
