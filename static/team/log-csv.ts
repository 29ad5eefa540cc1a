import type { LogRow } from '../../src/contract/settings';
import { csvOf } from '../../src/domain/csv';
import { agentName } from '../app/agent-name';
import type { Texts } from '../app/texts';
import { logLine } from '../settings/log/log-line';

/** The log as a table for spreadsheets: instants in ISO, so that they sort; the sentence as people read it. */
export function logCsv(texts: Texts, rows: readonly LogRow[]): string {
  const { t } = texts;
  const head = [
    t('team.csvTime'),
    t('team.csvEvent'),
    t('team.csvBy'),
    t('team.csvAgent'),
    t('team.csvUntil'),
    t('team.csvReason'),
    t('team.csvText'),
  ];
  const body = rows.map((row) => [
    row.at,
    row.event,
    row.actor ? agentName(texts, row.actor) : '',
    row.subject ? agentName(texts, row.subject) : '',
    row.until ?? '',
    row.reason ?? '',
    logLine(texts, row),
  ]);
  return csvOf([head, ...body]);
}
