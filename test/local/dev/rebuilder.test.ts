import { beforeEach, describe, expect, it } from 'vitest';
import { manualClock, type ManualClock } from '../../../local/clock';
import type { DevNews } from '../../../local/dev-session';
import { createRebuilder, type Rebuilder } from '../../../local/rebuilder';

let clock: ManualClock;
let rebuilder: Rebuilder;
/** What happened, in order. */
let happened: string[];
let news: DevNews[];
let reported: string[];
/** Why nothing builds. */
let broken: string | undefined;
let building: Promise<void>;

beforeEach(() => {
  clock = manualClock(0);
  [happened, news, reported] = [[], [], []];
  broken = undefined;
  building = Promise.resolve();
  rebuilder = createRebuilder({
    clock,
    async buildPages() {
      happened.push('pages');
      await building;
      if (broken !== undefined) throw new Error(broken);
    },
    reloadFunctions() {
      happened.push('functions');
      return Promise.resolve();
    },
    tell: (told) => news.push(told),
    report: (text) => reported.push(text),
  });
});

const save = async (...files: string[]): Promise<void> => {
  for (const file of files) rebuilder.changed(file);
  await clock.advance(1_000);
};

describe('While somebody works on the app', () => {
  it('what is saved is built once, the functions after the widget, and pages load anew', async () => {
    await save('static/ui/notice.tsx', 'static/ui/notice.css', 'src/jobs.ts');
    expect(happened).toEqual(['pages', 'functions']);
    expect(news).toEqual([{ kind: 'reload' }]);
    expect(reported).toEqual([]);
  });

  it('what is saved during a build is built right after it', async () => {
    let finish = (): void => undefined;
    building = new Promise((resolve) => (finish = resolve));
    await save('src/jobs.ts');
    await save('src/triggers.ts');
    expect(happened).toEqual(['pages']);
    finish();
    // Nothing more: first the build ends, then time passes.
    await save();
    await save();
    expect(happened).toEqual(['pages', 'functions', 'pages', 'functions']);
  });

  it('what does not build is said once on the terminal and shown in pages; the old goes on', async () => {
    broken = 'static/ui/notice.tsx:3: Expected ")".';
    await save('static/ui/notice.tsx');
    await save('static/ui/notice.tsx');
    expect(happened).toEqual(['pages', 'pages']);
    expect(reported).toEqual([broken]);
    expect(news).toEqual([
      { kind: 'problem', text: broken },
      { kind: 'problem', text: broken },
    ]);
    broken = undefined;
    await save('static/ui/notice.tsx');
    expect(reported.at(-1)).toBe('It builds again.');
    expect(news.at(-1)).toEqual({ kind: 'reload' });
  });

  it('a change of the manifest says that it wants a new start', async () => {
    await save('manifest.yml');
    expect(reported).toEqual([expect.stringContaining('start the site again')]);
  });
});
