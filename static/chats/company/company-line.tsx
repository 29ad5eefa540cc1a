import Avatar from '@atlaskit/avatar';
import EditIcon from '@atlaskit/icon/core/edit';
import EyeIcon from '@atlaskit/icon/core/eye-open';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import type { Person } from '../../../src/domain/person';
import { useStore } from '../../app/store';
import { useTexts } from '../../app/texts-context';
import type { Company } from './company';
import { companyWords, namesOf, whoIsThere } from './company-words';
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

/**
 * Who else is at this chat, above the field where the eyes are before one types (rule D4): writing before looking, looking
 * before what was done. Said politely, and only when it is somebody else or something else.
 */
export function CompanyLine({ company, people, takenBy, hasDraft }: CompanyLineProps) {
  const texts = useTexts();
  const { t } = texts;
  const others = useStore(company, (state) => state.others);
  const { ids, isWriting } = whoIsThere(others);
  const who = ids.length > 0 ? ids : takenBy === null ? [] : [takenBy];
  const first = people.get(who[0] ?? '');
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
    const words = companyWords(texts, others, people);
    if (isWriting)
      return (
        <>
          <strong>{words}</strong> {t('collision.second')}
        </>
      );
    if (words !== '') return words;
    return (
      <>
        <strong>{t('collision.tookOver', { name: namesOf(texts, who, people) })}</strong>{' '}
        {hasDraft && t('collision.draftKept')}
      </>
    );
  }
}
