import Avatar from '@atlaskit/avatar';
import EditIcon from '@atlaskit/icon/core/edit';
import EyeIcon from '@atlaskit/icon/core/eye-open';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import type { Person } from '../../../src/domain/person';
import { useStore } from '../../app/store';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import type { Company } from './company';
import './company.css';

export interface CompanyLineProps {
  company: Company;
  /** Everybody whose name is known here. */
  people: ReadonlyMap<string, Person>;
  /** Who took over a chat that was mine; null: nobody did. */
  takenBy: string | null;
  /** Something is typed that would be lost with the chat, if it were. */
  hasDraft: boolean;
}

/** Names that are said; the others are a number. */
const NAMED = 2;

/**
 * Who else is at this chat, above the field where the eyes are before one types (rule D4): writing before looking, looking
 * before what was done. Said politely, and only when it is somebody else or something else.
 */
export function CompanyLine({ company, people, takenBy, hasDraft }: CompanyLineProps) {
  const texts = useTexts();
  const { t } = texts;
  const others = useStore(company, (state) => state.others);
  const writing = others.filter(({ isWriting }) => isWriting);
  const shown = writing.length > 0 ? writing : others;
  const who = shown.length > 0 ? shown.map(({ accountId }) => accountId) : takenBy === null ? [] : [takenBy];
  const first = people.get(who[0] ?? '');
  const isWriting = writing.length > 0;
  const Icon = isWriting ? EditIcon : others.length > 0 ? EyeIcon : ArrowRightIcon;
  return (
    <div className={isWriting ? 'company-line company-line-writing' : 'company-line'} role="status">
      {who.length > 0 && (
        <>
          <Avatar size="xsmall" src={first?.avatarUrl ?? undefined} />
          <Icon label="" size="small" />
          <p>{sentence()}</p>
        </>
      )}
    </div>
  );

  function sentence() {
    const named = namesOf(texts, who, people);
    if (isWriting)
      return (
        <>
          <strong>
            {who.length === 1
              ? t('collision.writing', { name: named })
              : t('collision.writingMany', { names: named })}
          </strong>{' '}
          {t('collision.second')}
        </>
      );
    if (others.length > 0)
      return who.length === 1
        ? t('collision.looking', { name: named })
        : t('collision.lookingMany', { names: named });
    return (
      <>
        <strong>{t('collision.tookOver', { name: named })}</strong> {hasDraft && t('collision.draftKept')}
      </>
    );
  }
}

function namesOf(texts: Texts, ids: string[], people: ReadonlyMap<string, Person>): string {
  const known = ids.flatMap((id) => people.get(id)?.name ?? []);
  const named = known.slice(0, ids.length > NAMED + 1 ? NAMED : ids.length);
  const others = ids.length - named.length;
  if (named.length === 0)
    return others === 1 ? texts.t('agent.someone') : texts.counted('collision.people', others);
  return texts.list(others > 0 ? [...named, texts.counted('collision.more', others)] : named);
}
