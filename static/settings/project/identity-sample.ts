/**
 * What a web site's own back end needs to sign its visitors in: it runs as it is on Node, with nothing installed.
 * docs/signed-identity.md shows the same text.
 */
export const identitySample = (widgetId: string): string => `import { createHmac } from 'node:crypto';

const WIDGET_ID = '${widgetId}';
// Only on the server: never in a web page.
const SECRET = process.env.FRONTDESK_SECRET;

function encode(value) {
  const json = JSON.stringify(value);
  return Buffer.from(json).toString('base64url');
}

/** A token for the person who is logged in, for ten minutes. */
export function frontdeskToken({ id, name, email }) {
  const now = Math.floor(Date.now() / 1000);
  const header = encode({ alg: 'HS256', typ: 'JWT' });
  const claims = encode({
    sub: id,
    name,
    email,
    aud: WIDGET_ID,
    iat: now,
    exp: now + 600,
  });
  const hmac = createHmac('sha256', SECRET).update(\`\${header}.\${claims}\`);
  return \`\${header}.\${claims}.\${hmac.digest('base64url')}\`;
}
`;

/** The page's part: the snippet is `async`, so the widget's script may run before this one or after it. */
export const identityPageSample = `// token: what your server made for the person who is logged in.
const identify = () => frontdesk.identify({ token });
if (window.frontdesk) identify();
else document.addEventListener('frontdesk:ready', identify, { once: true });`;
