import { useRef, useState } from 'react';
import type { SavedRepliesPage } from '../../../../src/contract/saved-replies';
import type { ErrorCode } from '../../../../src/domain/errors';
import type { SavedReply } from '../../../../src/domain/saved-reply';
import { callResolver } from '../../../app/call-resolver';
import { useLoaded, type Loaded } from '../../../app/use-loaded';
import { clashOf, withEdit, type ReplyEdit } from './reply-edit';

type SaveOutcome =
  /** `at`: monotonic ms. */
  | { kind: 'saved'; at: number }
  /** Somebody else changed the same reply; null: deleted it. */
  | { kind: 'clash'; theirs: SavedReply | null }
  | { kind: 'failed'; code: ErrorCode };

export interface SavedRepliesEditing {
  loaded: Loaded<'getSavedReplies'>;
  /** As they were answered last. */
  page: SavedRepliesPage | null;
  busy: boolean;
  /** One at a time. */
  save(edit: ReplyEdit): Promise<SaveOutcome | null>;
}

/** Others save at the same moment at most so often. */
const ATTEMPTS = 4;

/** A project's saved replies, changed one by one on top of what others save meanwhile. */
export function useSavedReplies(projectId: string): SavedRepliesEditing {
  const loaded = useLoaded('getSavedReplies', { projectId });
  const [answered, setAnswered] = useState<SavedRepliesPage | null>(null);
  const [busy, setBusy] = useState(false);
  const inFlight = useRef(false);
  const page = answered ?? loaded.value;

  async function attempt(edit: ReplyEdit, first: SavedRepliesPage): Promise<SaveOutcome> {
    let known = first;
    for (let attempts = 0; attempts < ATTEMPTS; attempts++) {
      const replies = withEdit(known.replies, edit);
      const answer = await callResolver('saveSavedReplies', { projectId, replies, rev: known.rev });
      if (answer.ok) {
        setAnswered(answer.value);
        return { kind: 'saved', at: performance.now() };
      }
      if (answer.error.code !== 'conflict') return { kind: 'failed', code: answer.error.code };
      const current = await callResolver('getSavedReplies', { projectId });
      if (!current.ok) return { kind: 'failed', code: current.error.code };
      known = current.value;
      setAnswered(known);
      const theirs = clashOf(known.replies, edit);
      if (theirs !== undefined) return { kind: 'clash', theirs };
    }
    return { kind: 'failed', code: 'conflict' };
  }

  async function save(edit: ReplyEdit): Promise<SaveOutcome | null> {
    if (inFlight.current || !page) return null;
    inFlight.current = true;
    setBusy(true);
    const outcome = await attempt(edit, page);
    inFlight.current = false;
    setBusy(false);
    return outcome;
  }

  return { loaded, page, busy, save };
}
