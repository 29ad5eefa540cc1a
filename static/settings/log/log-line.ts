import type { LogRow } from '../../../src/contract/settings';
import { agentName } from '../../app/agent-name';
import { clockTime } from '../../app/format-time';
import type { Texts } from '../../app/texts';
import { settingWord } from '../project/setting-words';
import { spanTimes } from '../../app/span-times';
import { logSentence } from './log-sentence';

/** A log record as people read it: "Pia set Ann to offline: “end of shift”". */
export function logLine(texts: Texts, row: LogRow): string {
  const { key, values } = logSentence(row, {
    person: (person) => agentName(texts, person),
    someone: texts.t('agent.someone'),
    frontdesk: texts.t('settings.logFrontdesk'),
    until: (end, chosenAt) => clockTime(Date.parse(end), Date.parse(chosenAt), texts),
    span: (from, until, chosenAt) =>
      spanTimes(Date.parse(from), Date.parse(until), Date.parse(chosenAt), texts),
    settings: (names) => texts.list(names.map((name) => settingWord(texts, name))),
  });
  return texts.t(key, values);
}
