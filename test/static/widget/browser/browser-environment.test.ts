import { expect, test, vi } from 'vitest';
import { createBrowserEnvironment } from '../../../../static/widget/browser/browser-environment';

test('where the browser refuses a channel between tabs, a page asks for itself (R17, C13)', () => {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('BroadcastChannel', () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  const received: unknown[] = [];
  const send = createBrowserEnvironment().channel('frontdesk:w', (message) => received.push(message));
  send('anybody there?');
  page.dispatchEvent(new Event('pageshow'));
  expect(received).toEqual([]);
  vi.unstubAllGlobals();
});
