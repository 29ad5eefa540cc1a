import { useEffect, useRef, useState } from 'react';
import type { Colleague, Colleagues } from '../../../src/contract/working-together';
import type { ErrorCode } from '../../../src/domain/errors';
import { callResolver } from '../../app/call-resolver';

/** Milliseconds without a key after which a name is looked for: Jira limits such searches for everybody together. */
const TYPED_MS = 300;

export interface FoundColleagues {
  /** Those who match what was typed, or all; null: not known yet. */
  found: Colleague[] | null;
  /** Others are found by their names. */
  isMore: boolean;
  searching: boolean;
  failure: ErrorCode | null;
  load(): void;
}

/** To whom a chat can be handed over: asked for once, and again only for names that are not among those who are known. */
export function useColleagues(conversationId: string, query: string): FoundColleagues {
  const [known, setKnown] = useState<Colleagues | null>(null);
  const [others, setOthers] = useState<{ query: string; colleagues: Colleague[] } | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const turn = useRef(0);
  const matching = known?.colleagues.filter(({ name }) => isMatch(name, query)) ?? null;
  const isAsked = known !== null && query !== '' && (known.isMore || matching?.length === 0);
  const searched = others?.query === query ? others.colleagues : null;

  async function ask(wanted: string): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    setFailure(null);
    const payload = wanted === '' ? { conversationId } : { conversationId, query: wanted };
    const answer = await callResolver('getColleagues', payload);
    if (mine !== turn.current) return;
    if (!answer.ok) setFailure(answer.error.code);
    else if (wanted === '') setKnown(answer.value);
    else setOthers({ query: wanted, colleagues: answer.value.colleagues });
  }
  const asking = useRef(ask);
  useEffect(() => {
    asking.current = ask;
  });

  useEffect(() => void asking.current(''), []);
  useEffect(() => {
    if (!isAsked || searched) return undefined;
    const timer = setTimeout(() => void asking.current(query), TYPED_MS);
    return () => clearTimeout(timer);
  }, [isAsked, searched, query]);

  const isSearching = isAsked && searched === null && failure === null;
  return {
    found: searched ? withOthers(matching ?? [], searched) : matching,
    isMore: known?.isMore ?? false,
    searching: isSearching,
    failure,
    load: () => void ask(known ? query : ''),
  };
}

const withOthers = (known: Colleague[], searched: Colleague[]): Colleague[] => [
  ...known,
  ...searched.filter(({ accountId }) => !known.some((each) => each.accountId === accountId)),
];

/** As Jira finds people: by how a word of the name begins. */
const isMatch = (name: string | null, query: string): boolean =>
  query === '' || ` ${name ?? ''}`.toLowerCase().includes(` ${query.toLowerCase()}`);
