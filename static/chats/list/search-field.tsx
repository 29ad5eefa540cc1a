import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { SEARCH_LENGTH } from '../../../src/domain/inbox-limits';
import { useTexts } from '../../app/texts-context';

/** Nobody waits for a search at each letter. */
const TYPED_MS = 500;

export interface SearchFieldProps {
  fieldRef: RefObject<HTMLInputElement>;
  onSearch(query: string): void;
}

/** Searches when somebody pauses, or at once with Enter; Escape ends it. */
export function SearchField({ fieldRef, onSearch }: SearchFieldProps) {
  const { t } = useTexts();
  const id = useId();
  const [text, setText] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  function type(next: string): void {
    setText(next);
    clearTimeout(timer.current);
    if (next.trim() === '') onSearch('');
    else timer.current = setTimeout(() => onSearch(next), TYPED_MS);
  }

  return (
    <form
      role="search"
      className="inbox-search"
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        onSearch(text);
      }}
    >
      <label className="fd-hidden" htmlFor={id}>
        {t('inbox.search')}
      </label>
      <input
        ref={fieldRef}
        id={id}
        type="search"
        className="fd-field"
        placeholder={t('inbox.searchHow')}
        maxLength={SEARCH_LENGTH}
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return;
          event.preventDefault();
          event.stopPropagation();
          type('');
        }}
      />
    </form>
  );
}
