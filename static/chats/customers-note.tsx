import type { Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';

/** Rule S7, said quietly: what customers see meanwhile, and that it keeps nobody from answering. */
export function CustomersNote({ panel }: { panel: Panel }) {
  const { t } = useTexts();
  const key = noteKey(panel);
  return key && <p className="inbox-note fd-small fd-subtle">{t(key)}</p>;
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
