import { describe, expect, it } from 'vitest';
import type { RequestTypeChoice } from '../../../../src/contract/settings';
import { requestTypeOptions } from '../../../../static/settings/project/request-type-options';

const type = (id: string, ...missing: string[]): RequestTypeChoice => ({
  id,
  name: `Type ${id}`,
  usable: missing.length === 0,
  missing,
});

describe('request type for chats', () => {
  it('is, unless one is chosen, the first that a chat can fill', () => {
    const options = requestTypeOptions([type('1', 'Department'), type('2'), type('3')], null);
    expect(options).toMatchObject({ first: { id: '2' }, problem: null });
    expect(options.usable.map(({ id }) => id)).toEqual(['2', '3']);
    expect(options.unusable).toEqual([type('1', 'Department')]);
  });

  it.each([
    ['nothing is chosen and none can be filled', [type('1', 'Department')], null, 'none-usable'],
    ['there is none at all', [], null, 'none-usable'],
    ['the chosen one was deleted', [type('1')], '2', 'chosen-gone'],
    ['the chosen one got a required field', [type('1'), type('2', 'Asset')], '2', 'chosen-unusable'],
    ['the chosen one can be filled', [type('1'), type('2')], '2', null],
  ])('is warned about only where chats cannot be raised: %s', (_, types, chosenId, problem) => {
    expect(requestTypeOptions(types, chosenId).problem).toBe(problem);
  });
});
