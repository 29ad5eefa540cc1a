import type { Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';
import { closedWords } from '../availability/promise-words';

/** Rule S7, said quietly: what customers see meanwhile, and that it keeps nobody from answering. */
export function CustomersNote({ panel, now }: { panel: Panel; now: number }) {
  const texts = useTexts();
  const closed = panel.project?.told?.closed;
  const key = noteKey(panel);
  const note = closed ? closedWords(texts, Date.parse(closed.until), now) : key && texts.t(key);
  return note && <p className="inbox-note fd-small fd-subtle">{note}</p>;
}

function noteKey({ me, project }: Panel) {
  switch (project?.state) {
    case 'offline':
      return 'inbox.customersSeeOffline';
    case 'hidden':
    case 'disabled':
      return 'inbox.customersSeeNothing';
    case 'online':
      return me.online ? null : 'inbox.othersAreOnline';
    case undefined:
      return null;
  }
}
