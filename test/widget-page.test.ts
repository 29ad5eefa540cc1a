import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ANY = 'test/e2e/any-page.e2e.ts';
const POLICY = 'test/e2e/page-policy.e2e.ts';
const RUNS = 'test/e2e/where-it-runs.e2e.ts';
const LOOKS = 'test/e2e/widget-looks.e2e.ts';
const SMALL = 'test/e2e/small-screen.e2e.ts';
const VERSIONS = 'test/static/widget/versions/minimum-versions.test.ts';
const OWNER = 'test/e2e/site-owner.e2e.ts';
const DAY = 'test/e2e/team-day.e2e.ts';
const ELSEWHERE = 'test/e2e/promise-elsewhere.e2e.ts';
const TIME = 'test/static/widget/clock/keep-time.test.ts';
const PROMISE = 'test/static/widget/clock/promise-words.test.ts';
const POLLER = 'test/static/widget/launcher/poller.test.ts';

const WHOLE_DAY =
  'a customer’s page, open from before nine to the next morning, is right at each step, and Why says the same and its cause (H1, H2, H4, H5, H7, C5, S6, S9)';
const OWN_HOURS =
  'begin and end for each by their own clock, at their own second; nothing of it is sent (H3, H5)';

type Held = [begins: string, ...tests: [file: string, title: string][]];

/** What docs/widget.md says of pages, by how each point begins, and the tests that hold it. */
const HELD: Held[] = [
  [
    'Themes with rules',
    [ANY, 'whose theme hides what is empty'],
    [ANY, 'whose theme moves, fades and clips every element'],
  ],
  [
    'Nothing of it is in',
    [ANY, 'where its root is a flex container, nothing moves; on paper there is nothing of it'],
  ],
  [
    'Names of the page',
    [ANY, 'that names its own things as we do'],
    [ANY, 'that has variables of the names we use'],
    [ANY, 'whose library replaced Event'],
  ],
  ['What the page itself', [ANY, 'what it has called frontdesk itself is left alone, and one line says so']],
  [
    'Where storage is full',
    [ANY, 'that has filled the tab’s storage'],
    [POLICY, 'in a sandbox that has no origin and submits no forms'],
  ],
  [
    'Keys, clicks',
    [ANY, 'with shortcuts that the document hears first'],
    [ANY, 'that masks what is typed, and scrolls by itself'],
    [ANY, 'with a dialog that fetches the focus back and takes clicks outside'],
  ],
  ['An answer from a cache', [ANY, 'from a cache of the page’s own is not shown as online']],
  [
    'Words wrap',
    [ANY, 'beside the icon in a narrow window, where they are long'],
    [ANY, 'on a page from right to left: the corner follows the page, English runs from left to right'],
  ],
  ['A frame in a sandbox', [POLICY, 'in a sandbox that has no origin and submits no forms']],
  [
    'The component shows',
    [
      RUNS,
      'in React the documented component draws one icon in strict mode, hides it with its part, and keeps the chat',
    ],
  ],
  [
    'A framework that replaces',
    [ANY, 'that throws away what it did not make: the icon is back within two seconds'],
  ],
  [
    'Put the line in',
    [RUNS, 'Turbo turns its pages without a load: the icon and the open conversation stay'],
  ],
  ['Where attributes are lost', [ANY, 'whose tag manager keeps no attributes']],
  [
    'A line that is added later',
    [ANY, 'that adds the script later, as tag managers do'],
    [RUNS, 'a loader that renames scripts and runs them later leaves the id, in the address too'],
  ],
  ['It may be a module', [ANY, 'that made our line a module'], [ANY, 'that imports the script']],
  [
    'As `type="text/plain"`',
    [RUNS, 'nothing of it is loaded or stored before a consent manager has made the line a script'],
  ],
  [
    'After that nothing',
    [RUNS, 'nothing of it is loaded or stored before a consent manager has made the line a script'],
  ],
  [
    '`crossorigin` lets',
    [OWNER, 'lets the site’s error reports read where in the script something failed'],
    [OWNER, 'works without crossorigin, as sites have it from before'],
  ],
  [
    'Set no `integrity`',
    [OWNER, 'may name an integrity, and is not loaded any more once the script is another'],
  ],
  ['Isolated pages', [ANY, 'that is isolated from other origins']],
  ['A wrong widget id', [ANY, 'a wrong id says one line on the console, and draws nothing']],
  [
    'A page that answers',
    [POLICY, 'a log-in page in between draws nothing, and the console says once that there was no answer'],
  ],
  ['Where the server is gone', [POLICY, 'a trigger that %s draws nothing, and the browser says it']],
  ['Without a network', [POLICY, 'a browser that lost its network says that at a click, and at a message']],
  [
    'The widget is shown in',
    [VERSIONS, 'the script of the %s'],
    [VERSIONS, 'the style of the icon, the panel and the messages'],
  ],
  [
    'Browsers before `light-dark()`',
    [LOOKS, 'the widget has its colours, and nothing is too pale (C13, R17)'],
  ],
  [
    'In older browsers',
    [LOOKS, 'asks for nothing and draws nothing, and no error reaches the page (C13, R17)'],
  ],
  ['Letters are as large', [SMALL, 'the widget does, and all of it can be reached in a narrow window']],
  [
    "While a phone's keyboard",
    [SMALL, 'what somebody writes, what sends it, the latest message and ✕ are above it'],
    [SMALL, 'on a phone that lies, too'],
  ],
  ['In forced colours', [LOOKS, 'everything of the widget is told apart without ours (C13)']],
  [
    'Nothing moves',
    [LOOKS, 'even for those who would not mind: nothing is animated, faded or scrolled slowly (C13)'],
  ],
  [
    'With both',
    [POLICY, 'that allows scripts and connections of the trigger, and no style, picture, font or frame'],
  ],
  ['Without `script-src`', [POLICY, 'without script-src nothing is drawn: the browser says so itself']],
  [
    'Without `connect-src`',
    [POLICY, 'without connect-src nothing is drawn, the console names it, and the server is left alone'],
  ],
  [
    'An address of',
    [POLICY, 'with the script alone the icon says at a click that the website doesn’t allow the chat'],
  ],
  ['A nonce', [POLICY, 'with a nonce alone'], [POLICY, 'with a nonce and strict-dynamic']],
  ['A hash', [POLICY, 'with a hash of its loader and strict-dynamic']],
  ['`require-trusted', [POLICY, 'that lets nobody make HTML or scripts of text']],
  ['A policy that only', [POLICY, 'that only reports what it would refuse']],
  [
    '“Back at 2:00 PM” is',
    [DAY, WHOLE_DAY],
    [TIME, 'H2: a promised moment that passes unconfirmed changes the words, and nobody is online'],
  ],
  [
    'Times and days are',
    [
      ELSEWHERE,
      'read on the portal and on a web page when somebody is back by their own clocks and days (C5, H5)',
    ],
    [PROMISE, 'says nothing when %s'],
  ],
  ['While the chat is closed', [DAY, WHOLE_DAY]],
  [
    'What is known to change',
    [DAY, WHOLE_DAY],
    [ELSEWHERE, OWN_HOURS],
    [TIME, 'R4: a closure ends, by a clock that is %s'],
  ],
  ['Never to online', [TIME, 'C8: never online by an answer that was too old before']],
  [
    'What people do',
    [DAY, WHOLE_DAY],
    [POLLER, 'is told in time that the last agent left (R5: within 92 s)'],
  ],
  [
    'Business hours in',
    [ELSEWHERE, OWN_HOURS],
    [TIME, 'hide the chat outside, and turn at the boundary’s own second with no request'],
  ],
];

const page = readFileSync('docs/widget.md', 'utf8');

/** The points of a section, each in one line. */
function pointsOf(section: string): string[] {
  const part = new RegExp(`^## ${section}$([\\s\\S]*?)(?=^## )`, 'm').exec(page)?.[1] ?? '';
  const lists = part.match(/^- [\s\S]*?(?=\n- |\n\n)/gm) ?? [];
  return lists.map((point) => point.slice(2).replaceAll(/\s+/g, ' '));
}

describe('What docs/widget.md says of pages', () => {
  const points = ['Where it runs', 'Content Security Policy', 'When someone is back'].flatMap(pointsOf);

  it('is held by tests, point by point', () => {
    expect(points.length).toBeGreaterThan(30);
    expect(points.filter((point) => !HELD.some(([begins]) => point.startsWith(begins)))).toEqual([]);
    expect(HELD.filter(([begins]) => !points.some((point) => point.startsWith(begins)))).toEqual([]);
  });

  it('names tests that are there', () => {
    const tests = HELD.flatMap(([, ...held]) => held);
    const missing = tests.filter(
      ([file, title]) => !existsSync(file) || !readFileSync(file, 'utf8').includes(`'${title}'`),
    );
    expect(missing).toEqual([]);
  });
});
