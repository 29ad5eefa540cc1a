/** Where the visitor wrote from, as a link: only to the web, whatever their page said. */
export function webPage(page: string | null): { href: string; text: string } | null {
  if (page === null || !URL.canParse(page)) return null;
  const url = new URL(page);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  // Without what could make one site look like another: "https://bank.example@evil.example".
  return { href: url.href, text: `${url.host}${url.pathname === '/' ? '' : url.pathname}` };
}
