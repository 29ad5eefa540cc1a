import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ambientViolations } from './architecture/ambient-rules';
import { circleViolations } from './architecture/circle-rules';
import { fileViolations } from './architecture/file-rules';
import { importViolations } from './architecture/import-rules';
import { readSourceTree, type SourceTree } from './architecture/source-tree';

type Rule = (tree: SourceTree) => string[];

/** [file, code] of which the rule says something that matches. */
type BadSample = [file: string, code: string, says: RegExp];

/** [file, code] of which the rule says nothing. */
type GoodSample = [file: string, code: string];

function describeRule(title: string, rule: Rule, bad: BadSample[], good: GoodSample[]): void {
  describe(title, () => {
    it.each(bad)('is broken by %s: %s', (file, code, says) => {
      expect(rule({ [file]: code })).toEqual([expect.stringMatching(says)]);
    });
    it.each(good)('is kept by %s: %s', (file, code) => {
      expect(rule({ [file]: code })).toEqual([]);
    });
    it('is kept by the whole code base', async () => {
      expect(rule(await readSourceTree(path.resolve(import.meta.dirname, '..')))).toEqual([]);
    });
  });
}

describeRule(
  'The direction of imports',
  importViolations,
  [
    ['src/domain/desk.ts', "import { kvs } from '@forge/kvs';", /must not import @forge\/kvs/],
    ['src/domain/desk.ts', "import type { Clock } from '../ports';", /must not import \.\.\/ports/],
    ['src/domain/desk.ts', "import * as z from 'zod';", /must not import zod/],
    ['src/contract/api.ts', "import { goOnline } from '../usecases/go-online';", /must not import/],
    ['src/contract/api.ts', "import { z, type ZodType } from 'zod';", /puts all of zod/],
    ['src/ports.ts', "import { payloadSchemas } from './contract/api';", /must not import/],
    ['src/usecases/go-online.ts', "import { kvs } from '@forge/kvs';", /must not import @forge\/kvs/],
    ['src/usecases/go-online.ts', "import { store } from '../platform/kvs-desk-store';", /must not import/],
    ['src/usecases/go-online.ts', "import { payloadSchemas } from '../contract/api';", /only types of/],
    ['src/platform/json-log.ts', "import { goOnline } from '../usecases/go-online';", /must not import/],
    ['src/resolver.ts', "import { clock } from '../local/clock';", /must not import \.\.\/local\/clock/],
    ['src/platform/log.ts', "export { text } from '../../static/shared/text';", /must not import/],
    ['src/jobs.ts', "const desk = await import('../test/support/desk');", /must not import/],
    ['src/extras/thing.ts', '', /in no folder that the design names/],
    ['static/app/call.ts', "import { payloadSchemas } from '../../src/contract/api';", /only types of/],
    ['static/app/call.ts', "import { goOnline } from '../../src/usecases/go-online';", /must not import/],
    ['static/app/call.ts', "import path from 'node:path';", /must not import node:path/],
    ['static/shared/text.ts', '', /in no folder that the design names/],
    ['static/app/texts.ts', "import { Notice } from '../ui/notice';", /must not import \.\.\/ui\/notice/],
    ['static/availability/desk.tsx', "import { Inbox } from '../chats/inbox';", /must not import/],
    ['static/settings/project/form.tsx', "import type { Row } from '../../chats/list/row';", /must not/],
    ['static/widget/panel/panel.ts', "import { poll } from '../launcher/poller';", /must not import/],
    ['static/widget/browser/clock.ts', "import type { Chat } from '../conversation/chat';", /must not/],
    ['static/widget/launcher/icon.ts', "import { texts } from '../../app/texts';", /must not import/],
    ['static/chats/inbox.tsx', "import '../availability/agent-list.css';", /only pages put/],
    ['local/main.ts', "import { handler } from '../src/resolver';", /must not import \.\.\/src\/resolver/],
    ['local/main.ts', "type Panel = import('../src/contract/api').Panel;", /must not import/],
    ['local/jira/records/issue.ts', "import type { Store } from '../state/issue-store';", /must not import/],
    ['local/jira/state/jql.ts', "import { userJson } from '../json/json-shapes';", /must not import/],
    ['local/jira/json/dates.ts', "import { now } from '../../clock';", /must not import/],
  ],
  [
    ['src/domain/desk.ts', "import { LIMIT } from './limits';"],
    ['src/contract/api.ts', "import * as z from 'zod'; import type { Result } from '../domain/errors';"],
    ['src/contract/api.ts', "import type { z } from 'zod';"],
    [
      'src/usecases/go-online.ts',
      "import type { Panel } from '../contract/api'; import type { Ports } from '../ports';",
    ],
    ['src/usecases/go-online.ts', "import type { Panel } from '../contract/api';"],
    ['src/resolver.ts', "import { kvs } from '@forge/kvs'; import { goOnline } from './usecases/go-online';"],
    [
      'static/availability/desk.tsx',
      "import type { Panel } from '../../src/contract/api'; import React from 'react';",
    ],
    ['static/ui/notice.tsx', "import { LIMIT } from '../../src/domain/limits';"],
    ['static/chats/inbox.tsx', "import { panelAt } from '../availability/panel-at'; import './inbox.css';"],
    ['static/widget/panel/panel.ts', "import type { PanelHost } from '../contract';"],
    [
      'static/pages/agent/main.tsx',
      "import '../../chats/inbox.css'; import { Desk } from '../../availability/desk';",
    ],
    ['local/main.ts', "import { buildStatic } from '../static/build/main';"],
    ['local/jira/routes/paging.ts', "import type { Account } from '../records/people';"],
    ['test/app/agent.test.ts', "import { handler } from '../../src/resolver';"],
  ],
);

describe('No circles', () => {
  const a = "import { b } from './b';";
  it('is broken by two files that import each other, be it for types only', () => {
    const tree = { 'src/domain/a.ts': a, 'src/domain/b.ts': "import type { A } from './a';" };
    expect(circleViolations(tree)).toEqual([
      'src/domain/a.ts imports src/domain/b.ts imports src/domain/a.ts: a circle',
    ]);
  });
  it('is broken by a way round through other folders', () => {
    const tree = {
      'local/a.ts': "export { b } from './jira/b';",
      'local/jira/b.tsx': "const c = await import('../c');",
      'local/c.ts': "type A = import('./a').A;",
    };
    expect(circleViolations(tree)).toHaveLength(1);
  });
  it('is kept by a file that two import', () => {
    const tree = { 'src/a.ts': `${a} import './c';`, 'src/b.ts': "import './c';", 'src/c.ts': '' };
    expect(circleViolations(tree)).toEqual([]);
  });
  it('is kept by the whole code base', async () => {
    expect(circleViolations(await readSourceTree(path.resolve(import.meta.dirname, '..')))).toEqual([]);
  });
});

describeRule(
  'Small files with telling names',
  fileViolations,
  [
    ['src/domain/utils.ts', '', /"utils" does not say/],
    ['local/jira-helpers.ts', '', /"jira-helpers" does not say/],
    ['src/contract/types.ts', '', /"types" does not say/],
    ['static/shared/AgentRow.tsx', '', /kebab-case/],
    ['src/domain/long.ts', 'const a = 1;\n'.repeat(301), /301 lines/],
    ['src/domain/desk.ts', 'export default function desk() {}', /default export/],
    ['src/domain/desk.ts', 'const desk = {}; export default desk;', /default export/],
    ['src/domain/desk.ts', 'export enum State { Online }', /enum/],
    ['src/domain/desk.ts', "export { a } from './a';", /barrel/],
    ['src/domain/desk.ts', "export * from './a'; export const b = 1;", /barrel/],
  ],
  [
    ['src/domain/agent-transitions.ts', 'export const a = 1;\n'.repeat(300)],
    ['test/e2e/going-online.e2e.ts', "import { a } from './a'; a();"],
  ],
);

describeRule(
  'Injected time and randomness',
  ambientViolations,
  [
    ['src/domain/desk.ts', 'const now = Date.now();', /desk.ts:1 uses Date.now/],
    ['src/domain/desk.ts', '\nconst now = new Date();', /desk.ts:2 uses new Date\(\)/],
    ['src/usecases/a.ts', 'const id = globalThis.crypto.randomUUID();', /uses crypto.randomUUID/],
    ['src/usecases/a.ts', 'const n = Math.random();', /uses Math.random/],
    ['src/platform/a.ts', 'setTimeout(run, 5);', /uses setTimeout/],
    ['src/platform/a.ts', 'const later = globalThis.setTimeout;', /uses setTimeout/],
    ['src/platform/a.ts', 'const globals = { later: setTimeout };', /uses setTimeout/],
    ['src/platform/a.ts', "import { randomBytes } from 'node:crypto';", /uses randomBytes/],
    [
      'local/a.ts',
      "import { setTimeout as sleep } from 'node:timers/promises';",
      /uses node:timers\/promises/,
    ],
    ['local/a.ts', 'const start = performance.now();', /uses performance.now/],
    ['static/agent/a.tsx', 'const now = Date.now();', /uses Date.now/],
    ['static/agent/a.tsx', 'const now = new Date();', /uses new Date\(\)/],
  ],
  [
    ['src/platform/system.ts', 'export const clock = { now: () => Date.now() };'],
    ['local/clock.ts', 'export const start = Date.now();'],
    ['src/domain/desk.ts', 'const at = new Date(now).toISOString(); const due = clock.setTimeout(5);'],
    [
      'local/a.ts',
      'const { setTimeout } = clock; setTimeout(run, 5); const globals = { setTimeout: clock.later };',
    ],
    ['static/agent/a.tsx', 'setTimeout(run, 5); const age = performance.now();'],
  ],
);
