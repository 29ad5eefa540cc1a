import { describe, onTestFinished } from 'vitest';
import { serveHostPage } from '../e2e/support/serve-host-page';
import { inEveryEngine } from './support/browser-journey';
import { unsteadyLine } from './support/unsteady-line';

describe.each(inEveryEngine())('a visitor whose line fails for a moment, in %s', (_engine, test) => {
  test('opens the panel at the next click, and sends at the next attempt (R17, C13)', async ({ journey }) => {
    const { site, open, expectProblem } = journey;
    await site.goOnline('ann');
    const trigger = site.site.webTriggerUrl('public');
    const line = await unsteadyLine(trigger, /\/(?:panel|messages)-/);
    onTestFinished(line.close);
    const script = `${line.url}${new URL(trigger).pathname}/v1/widget.js`;
    const html = `<!doctype html><title>Shop</title><script src="${script}" data-widget="${await site.widgetId('SUP')}"></script>`;
    const host = await serveHostPage(() => ({ html }));
    onTestFinished(host.close);
    const shop = await open(host.url);

    expectProblem(/503|(?:panel|messages)-\w+\.js/);
    await shop.click('We’re online');
    await shop.click('Couldn’t open the chat');
    // The first letter asks for what draws messages in vain, the second once more.
    await shop.type('Your message', 'Which tent for four?');
    await shop.press('Enter');
    await shop.see('Delivered');
  });
});
