import { expect, test } from 'vitest';
import { runChanges, type Change } from '../../../../static/availability/flags/run-changes';
import type { Call } from '../../../../static/app/call';
import { panel } from '../panel-builder';

test('what failed is handed back as it was, to be repeated under the same operation id', async () => {
  const sent: string[] = [];
  const call: Call = async (_functionKey, payload) => {
    const { operationId } = payload as { operationId: string };
    sent.push(operationId);
    const answer =
      operationId === 'two' && sent.length <= 2
        ? { ok: false, error: { code: 'unavailable', message: '' } }
        : { ok: true, value: panel() };
    return answer as never;
  };
  const change = (id: string): Change => ({
    project: { id, name: id },
    wish: { kind: 'go-offline', payload: { scope: 'project', projectId: '1', operationId: id } },
  });
  const first = await runChanges([change('one'), change('two')], call);
  expect(first).toMatchObject({ code: 'unavailable', failed: [{ project: { id: 'two' } }] });
  const second = await runChanges(first.failed, call);
  expect(second).toMatchObject({ code: null, failed: [] });
  expect(sent).toEqual(['one', 'two', 'two']);
});
