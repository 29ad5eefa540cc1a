/** A page of a web site in TypeScript, which has copied docs/frontdesk.d.ts: each call as it is meant, and as it is not. */

const queue: Pick<Frontdesk, 'push'> = (window.frontdesk ??= [] as FrontdeskCall[]);
queue.push(['open', { text: 'Which tent for four?' }]);
queue.push(['on', 'unread', (count: number) => console.log(count.toFixed())]);
queue.push(['identify', { name: 'Ada', email: 'ada@example.com' }]);
// @ts-expect-error -- There is no such call.
queue.push(['opne']);
// @ts-expect-error -- Its values are texts.
queue.push(['context', { tents: 4 }]);
// @ts-expect-error -- A count is no text.
queue.push(['on', 'unread', (count: string) => console.log(count)]);

document.addEventListener('frontdesk:ready', () => void greet(window.frontdesk), { once: true });

async function greet(frontdesk: Frontdesk | undefined): Promise<void> {
  if (!frontdesk) return;
  const { state, anonymous, until, nextOnlineAt, expected, closed } = await frontdesk.getAvailability();
  const back: string | null = nextOnlineAt ?? until;
  const sentence: string | undefined = closed?.message;
  console.log(expected === true, sentence);
  if (state === 'online' && anonymous) frontdesk.open();
  else console.log(back);
  // @ts-expect-error -- It may be `hidden`, `disabled` or `unknown` as well.
  const two: 'online' | 'offline' = state;
  console.log(two);

  const stop = frontdesk.on('change', (now) => console.log(now.state));
  stop();
  frontdesk.on('message', ({ from, text, at }) => console.log(from, text, at));
  frontdesk.on('open', () => console.log('open'));
  frontdesk.on('close', () => console.log('close'));
  // @ts-expect-error -- There is no such event.
  frontdesk.on('opened', () => console.log('open'));

  frontdesk.open({ text: 'Hello' });
  frontdesk.close();
  frontdesk.toggle();
  frontdesk.hide();
  frontdesk.show();
  frontdesk.identify({ token: 'a.b.c' });
  frontdesk.identify(null);
  // @ts-expect-error -- Both, or a token.
  frontdesk.identify({ name: 'Ada' });
  frontdesk.context({ order: '4711' });
  // @ts-expect-error -- Texts only.
  frontdesk.context({ order: 4711 });
  frontdesk.destroy();
}
