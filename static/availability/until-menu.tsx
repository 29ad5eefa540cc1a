import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { useId } from 'react';
import type { Panel } from '../../src/contract/panel';
import { clockTime, duration } from '../app/format-time';
import type { Texts } from '../app/texts';
import { useTexts } from '../app/texts-context';
import { MenuButton } from '../ui/menu-button';
import { endChoices, workingHoursEnd } from './end-choice';
import { choiceWords, openEnd } from './end-words';
import type { ChosenEnd } from './use-stay-form';

export interface UntilMenuProps {
  panel: Panel;
  now: number;
  /** What is stored, while online; what is chosen, while offline. */
  end: ShownEnd;
  onChoose(chosen: ChosenEnd): void;
  onPickTime(): void;
  /** Takes the first focus, in place of the main button. */
  autoFocus: boolean;
}

type ShownEnd = { stored: number | null } | { chosen: ChosenEnd; at: number | null };

/** The one control of "until": shows the end, and offers others, each with its clock time (rules S3, S13). */
export function UntilMenu({ panel, now, end, onChoose, onPickTime, autoFocus }: UntilMenuProps) {
  const texts = useTexts();
  const id = useId();
  const [time, rest] = shownEnd(texts, end, now, panel.longestMinutes);
  const items = endChoices(panel).map((choice) => {
    const words = choiceWords(texts, choice, now, panel.longestMinutes);
    return {
      key: String(choice),
      checked: isChosen(end, choice),
      content: <Choice {...words} />,
      onSelect: () => onChoose({ choice }),
    };
  });
  const workEnd = workingHoursEnd(panel, now);
  const isPicked = 'chosen' in end && 'at' in end.chosen;
  const isWorkEnd = isPicked && end.at === workEnd;
  const work =
    workEnd === null
      ? []
      : [
          {
            key: 'work-end',
            checked: isWorkEnd,
            content: (
              <Choice name={texts.t('schedule.untilWorkEnds')} time={clockTime(workEnd, now, texts)} />
            ),
            onSelect: () => onChoose({ at: workEnd }),
          },
        ];
  const pick = {
    key: 'at-time',
    checked: isPicked && !isWorkEnd,
    content: texts.t('agent.untilITime'),
    onSelect: onPickTime,
  };
  return (
    <div className="agent-until">
      <span id={`${id}-label`} className="fd-subtle">
        {texts.t('agent.until')}
      </span>
      <MenuButton
        label={texts.t('agent.until')}
        items={[...items, ...work, pick]}
        renderTrigger={({ ref, ...menu }) => (
          <button
            ref={ref}
            type="button"
            className="fd-field agent-until-button"
            aria-labelledby={`${id}-label ${id}-end`}
            autoFocus={autoFocus}
            {...menu}
          >
            <span id={`${id}-end`}>
              <strong>{time}</strong> {rest !== '' && <span className="fd-subtle">{rest}</span>}
            </span>
            <ChevronDownIcon label="" size="small" />
          </button>
        )}
      />
    </div>
  );
}

const Choice = ({ name, time }: { name: string; time: string }) => (
  <span className="agent-choice">
    <span>{name}</span> <span className="fd-subtle">{time}</span>
  </span>
);

/** The end as the button says it: what it is, and what else there is to know. */
function shownEnd(
  texts: Texts,
  end: ShownEnd,
  now: number,
  longestMinutes: number | null,
): [time: string, rest: string] {
  const at = 'stored' in end ? end.stored : end.at;
  if (at === null)
    return [texts.t('agent.iGoOffline'), 'stored' in end ? '' : openEnd(texts, now, longestMinutes)];
  const left = duration(at - now, texts);
  return [
    clockTime(at, now, texts),
    'stored' in end ? texts.t('agent.left', { left }) : texts.t('agent.inSome', { left }),
  ];
}

function isChosen(end: ShownEnd, choice: number | 'open'): boolean {
  if ('stored' in end) return choice === 'open' && end.stored === null;
  return 'choice' in end.chosen && end.chosen.choice === choice;
}
