import { describe, expect, test } from 'vitest';
import {
  endingSoon,
  needsOtherNotices,
  nextEndingSoon,
} from '../../../../static/availability/flags/due-flags';
import { NOW, at, myProject, panel } from '../panel-builder';

const support = myProject({ online: true, until: at(5) });
const it = myProject({ id: '2', name: 'IT', online: true, until: at(5) });

describe('an online time that ends soon', () => {
  test('is told from five minutes before its end until its end', () => {
    expect(endingSoon([support], NOW - 1)).toEqual([]);
    expect(endingSoon([support], NOW)).toHaveLength(1);
    expect(endingSoon([support], NOW + 5 * 60_000 - 1)).toHaveLength(1);
    expect(endingSoon([support], NOW + 5 * 60_000)).toEqual([]);
  });

  test('is told once for all projects in which it ends at the same moment', () => {
    const later = myProject({ id: '3', name: 'People', online: true, until: at(4) });
    expect(endingSoon([support, it, later], NOW)).toMatchObject([
      { projects: [{ name: 'People' }] },
      { projects: [{ name: 'Support' }, { name: 'IT' }] },
    ]);
  });

  test('has the same name in every window, and another one after it was extended', () => {
    const [first] = endingSoon([support], NOW);
    const [second] = endingSoon([support, it], NOW + 1_000);
    const [extended] = endingSoon([{ ...support, until: at(65) }], NOW + 60 * 60_000);
    expect(second?.id).toBe(first?.id);
    expect(extended?.id).not.toBe(first?.id);
  });

  test('is nothing for who is offline or has no end', () => {
    expect(
      endingSoon(
        [
          { ...support, online: false },
          { ...support, until: null },
        ],
        NOW,
      ),
    ).toEqual([]);
  });

  test('is waited for', () => {
    expect(nextEndingSoon([myProject({ online: true, until: at(40) }), support], NOW)).toBe(
      Date.parse(at(35)),
    );
    expect(nextEndingSoon([support], NOW)).toBeNull();
    expect(nextEndingSoon([myProject()], NOW)).toBeNull();
  });
});

describe('being put offline in a project other than the one on the page', () => {
  const elsewhere = (online: boolean, until: string | null = null) =>
    panel({ projects: [myProject(), myProject({ id: '2', online, until })] });

  test('is looked for when the page opens', () => {
    expect(needsOtherNotices(elsewhere(false), null, NOW)).toBe(true);
    expect(needsOtherNotices(panel(), null, NOW)).toBe(false);
  });

  test('is looked for when I am offline there before my time was over', () => {
    expect(needsOtherNotices(elsewhere(false), elsewhere(true), NOW)).toBe(true);
    expect(needsOtherNotices(elsewhere(false), elsewhere(true, at(10)), NOW)).toBe(true);
    expect(needsOtherNotices(elsewhere(false), elsewhere(true, at(-1)), NOW)).toBe(false);
    expect(needsOtherNotices(elsewhere(true), elsewhere(true), NOW)).toBe(false);
  });

  test('needs no look where the panel is about all my projects', () => {
    const { project: _none, ...nowhere } = elsewhere(false);
    expect(needsOtherNotices(nowhere, null, NOW)).toBe(false);
  });
});
