/** Pages to start with, by what they are. */
export const SAMPLE_PAGES: Record<string, string> = {
  'A plain page':
    '<!doctype html><html><head><title>Shop</title></head><body><h1>Tents</h1><p>For two.</p></body></html>',
  'A theme with rules for every div':
    '<!doctype html><html><head><style>div:empty{display:none!important}div{transform:translateZ(0);opacity:.5}</style></head><body><div>Tents</div></body></html>',
  'A policy without connect-src': `<!doctype html><html><head><meta http-equiv="content-security-policy" content="connect-src 'self'"></head><body><h1>Tents</h1></body></html>`,
  'A cookie bar over the corner':
    '<!doctype html><html><body><h1>Tents</h1><aside style="position:fixed;inset:auto 0 0;height:90px;z-index:99999999;background:#ddd">Cookies?</aside></body></html>',
};
