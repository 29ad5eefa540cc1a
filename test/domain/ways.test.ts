import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenWay, endings, plainWay, wayBack, type WorkflowStep } from '../../src/domain/ways';

const step = (name: string, to = 'Resolved', rest: Partial<WorkflowStep> = {}): WorkflowStep => ({
  id: name,
  name,
  to,
  category: 'done',
  required: [],
  ...rest,
});

const field = (id: string, name: string, options: string[] = []): WorkflowStep['required'][number] => ({
  id,
  name,
  options: options.map((each) => ({ id: `${each} id`, name: each })),
});

const names = (steps: WorkflowStep[]): string[] => endings(steps).map(({ name }) => name);
const plain = (...steps: WorkflowStep[]): string | null => plainWay(endings(steps))?.name ?? null;

const CALLED_OFF: [string, string][] = [
  ['Cancel request', 'Canceled'],
  ['Cancel request', 'Closed'],
  ['Close', 'Rejected'],
  ['Decline', 'Declined'],
  ['Won’t do', 'Won’t do'],
  ['Resolve as won’t do', 'Resolved'],
  ['Close as duplicate', 'Closed'],
  ['Not done', 'Not done'],
  ['Withdraw', 'Withdrawn'],
  ['Anfrage abbrechen', 'Abgebrochen'],
  ['Ablehnen', 'Abgelehnt'],
  ['Nicht erledigen', 'Nicht erledigt'],
  ['Zurückziehen', 'Geschlossen'],
  ['Annuler la demande', 'Annulé'],
  ['Non résolu', 'Non résolu'],
  ['解決しない', '解決しない'],
  ['キャンセル', 'キャンセル済み'],
  ['取消', '已取消'],
  ['😀', '🎉'],
  ['', ''],
];

const RESOLVED: [string, string][] = [
  ['Resolve', 'Resolved'],
  ['Resolve this issue', 'Resolved'],
  ['RESOLVE REQUEST', 'RESOLVED'],
  ['Mark as done', 'Done'],
  ['Done', 'Done'],
  ['Close', 'Closed'],
  ['Lösen', 'Gelöst'],
  ['Anfrage erledigen', 'Erledigt'],
  ['Vorgang schließen'.normalize('NFD'), 'Geschlossen'],
  ['Résoudre la demande', 'Résolu'],
  ['解決', '解決済み'],
  ['完了', '完了'],
  ['Решить', 'Решено'],
];

describe('what “Resolve” does', () => {
  test.each(RESOLVED)('“%s” into “%s” is taken without asking, if it is the only one', (name, to) => {
    expect(plain(step(name, to))).toBe(name);
    for (const [off, into] of CALLED_OFF) {
      expect(plain(step(off, into), step(name, to))).toBe(name);
      expect(plain(step(name, to), step(off, into))).toBe(name);
    }
    expect(plain(step(name, to), step('Finish', 'Finished'))).toBeNull();
  });

  test.each(CALLED_OFF)('“%s” into “%s” is never taken without asking', (name, to) => {
    expect(plain(step(name, to))).toBeNull();
    expect(names([step(name, to)])).toEqual([name]);
  });

  test('never takes a name of which a word is unknown, whatever the workflow and its order', () => {
    const some = fc.constantFrom(...RESOLVED, ...CALLED_OFF, ['Resolve', 'Handed over'], ['Zyx', 'Done']);
    const workflow = fc.array(
      some.map(([name, to]) => step(name, to)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(workflow, (steps) => {
        const taken = plain(...steps);
        const said = steps.filter((each) =>
          RESOLVED.some(([name, to]) => name === each.name && to === each.to),
        );
        expect(taken).toBe(said.length === 1 ? said[0]?.name : null);
      }),
    );
  });

  test('comes before ends that call it off, else all are in the workflow’s order', () => {
    const steps = [step('Cancel request', 'Canceled'), step('Close', 'Closed'), step('Odd'), step('Resolve')];
    expect(names(steps)).toEqual(['Close', 'Resolve', 'Cancel request', 'Odd']);
  });

  test('is no matter of steps that end nothing', () => {
    expect(plain(step('Close', 'Closed', { category: 'indeterminate' }))).toBeNull();
  });
});

describe('a screen that asks', () => {
  const asking = step('Close', 'Closed', {
    required: [field('resolution', 'Resolution', ['Done', 'Duplicate'])],
  });

  test('what a request is resolved as makes a way of each answer, of which one is to be chosen', () => {
    expect(endings([asking]).map(({ resolution }) => resolution?.name)).toEqual(['Done', 'Duplicate']);
    expect(plain(asking)).toBeNull();
    expect(chosenWay(endings([asking]), 'Close', null)).toBeNull();
    expect(chosenWay(endings([asking]), 'Close', 'Duplicate id')?.resolution?.name).toBe('Duplicate');
    expect(chosenWay(endings([asking]), 'Open', 'Duplicate id')).toBeNull();
  });

  test('and has one answer needs no choice', () => {
    const only = step('Close', 'Closed', { required: [field('resolution', 'Resolution', ['Done'])] });
    expect(plainWay(endings([only]))).toMatchObject({ resolution: { name: 'Done' }, wants: [] });
    expect(chosenWay(endings([only]), 'Close', null)).not.toBeNull();
  });

  test('for anything else is named', () => {
    const required = [field('customfield_1', 'Root cause'), field('resolution', 'Resolution')];
    expect(endings([step('Close', 'Closed', { required })])[0]?.wants).toEqual(['Root cause', 'Resolution']);
  });
});

describe('the way back for a customer who writes again', () => {
  const open = (name: string, category: string): WorkflowStep => step(name, 'Open', { category });
  const back = (...steps: WorkflowStep[]): string | null => wayBack(steps)?.name ?? null;

  test.each([
    [
      'the one that says so',
      [open('Ask again', 'new'), open('Wieder öffnen', 'indeterminate')],
      'Wieder öffnen',
    ],
    ['else to where work begins', [open('On', 'indeterminate'), open('Back', 'new')], 'Back'],
    ['else to where it goes on', [open('Odd', 'undefined'), open('On', 'indeterminate')], 'On'],
    ['else any that is not an end', [step('Cancel'), open('Odd', 'undefined')], 'Odd'],
    ['none', [step('Cancel')], null],
    ['none that asks', [{ ...open('Reopen', 'new'), required: [field('x', 'Why')] }], null],
  ])('is %s', (_which, steps, expected) => {
    expect(back(...steps)).toBe(expected);
  });
});
