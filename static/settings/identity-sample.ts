/**
 * What a web site's own back end needs to sign its visitors in: it runs as it is on Node, with nothing installed.
 * docs/signed-identity.md shows the same text.
 */
export const identitySample = (widgetId: string): string => `import { createHmac } from 'node:crypto';

const WIDGET_ID = '${widgetId}';
const SECRET = process.env.FRONTDESK_SECRET; // never in a web page

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token for whoever is logged in on your web site. It holds for ten minutes; an hour is the most. */
export function frontdeskToken({ id, name, email }) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: id, name, email, aud: WIDGET_ID, iat: now, exp: now + 600 };
  const unsigned = \`\${encode({ alg: 'HS256', typ: 'JWT' })}.\${encode(claims)}\`;
  return \`\${unsigned}.\${createHmac('sha256', SECRET).update(unsigned).digest('base64url')}\`;
}
`;
