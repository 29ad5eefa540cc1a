import type { PageData } from '../page-data';

/** The data that the server wrote into this page. */
export function readPageData(): PageData {
  const text = document.querySelector('script#page-data')?.textContent;
  if (!text) throw new Error('This page carries no page data.');
  return JSON.parse(text) as PageData;
}
