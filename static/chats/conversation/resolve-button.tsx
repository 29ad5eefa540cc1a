import Button from '@atlaskit/button/new';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import type { Way } from '../../../src/domain/ways';
import { useTexts } from '../../app/texts-context';
import { MenuButton } from '../../ui/menu-button';
import { SteadyLabel } from '../../ui/steady-label';

export interface ResolveButtonProps {
  view: ConversationView;
  resolving: boolean;
  /** Something else is being done. */
  busy: boolean;
  /** Null: by the only way that resolves. */
  onResolve(way: Way | null): void;
}

/**
 * Ends the request: at once where one way resolves it. Where several do the person chooses, and so they do among others,
 * such as one that cancels: by Jira's names, of which only they can tell what they mean.
 */
export function ResolveButton({ view, resolving, busy, onResolve }: ResolveButtonProps) {
  const { t } = useTexts();
  const { ways, canResolve, row } = view;
  const resolves = ways.filter((way) => way.resolves);
  const only = resolves.length === 1 ? resolves[0] : ways.length === 1 ? ways[0] : undefined;
  const name = only && !only.resolves ? only.name : t('inbox.resolve');
  const common = {
    spacing: 'compact',
    isLoading: resolving,
    isDisabled: !canResolve || busy,
  } as const;
  const label = <SteadyLabel texts={[name, t('inbox.resolved')]} shown={row.ended ? 1 : 0} />;
  // What can't be taken back is asked for: its menu says so.
  if ((only && !only.final) || !canResolve) {
    return (
      <span title={canResolve || row.ended ? undefined : t('inbox.workflowRefused')}>
        {/* One that is told its way is told of its screen, too; the plain one is whatever it is by then. */}
        <Button
          {...common}
          onClick={() => onResolve(only?.resolves && only.wants.length === 0 ? null : (only ?? null))}
        >
          {label}
        </Button>
      </span>
    );
  }
  return (
    <MenuButton
      label={t('inbox.resolveHow')}
      items={ways.map((way) => ({
        key: `${way.id} ${way.resolution?.id ?? ''}`,
        content: <WayText way={way} />,
        onSelect: () => onResolve(way),
      }))}
      renderTrigger={(menu) => (
        <Button {...common} {...menu} iconAfter={ChevronDownIcon}>
          {label}
        </Button>
      )}
    />
  );
}

/** Its name, where it leads, and what is asked on the way. */
function WayText({ way: { name, to, resolution, wants, final } }: { way: Way }) {
  const { t, list } = useTexts();
  const facts = [
    ...(to === name ? [] : [to]),
    ...(resolution ? [resolution.name] : []),
    ...(final ? [t('undo.cantBeUndone')] : []),
    ...(wants.length > 0 ? [t('inbox.wayWants', { fields: list(wants) })] : []),
  ];
  return (
    <>
      {name} {facts.length > 0 && <span className="fd-small fd-subtle">{facts.join(' · ')}</span>}
    </>
  );
}
