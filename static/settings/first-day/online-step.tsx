import Button from '@atlaskit/button/new';
import { NavigationTarget, router } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { openDialog } from '../../app/open-dialog';
import { useTexts } from '../../app/texts-context';
import { CopyField } from '../../ui/copy-field';
import { StepFrame, type StepProps } from './step';

export function OnlineStep({ steps, isNext, number, check }: StepProps) {
  const texts = useTexts();
  const { t, counted } = texts;
  const { project, isAgent, chat } = steps;
  const { done, count } = steps.online;
  const goOnline = (projectId: string): void => void openDialog(texts, { projectId }, () => void check());
  return (
    <StepFrame {...{ number, done, isNext }} title={t(done ? 'firstDay.onlineTitle' : 'firstDay.onlineTodo')}>
      {done && count > 0 && <p>{counted('firstDay.onlineCount', count)}</p>}
      {!done && project && chat.done && (
        <>
          <p>{t('firstDay.onlineHelp', { project: project.name })}</p>
          {isAgent ? (
            <div className="fd-actions">
              <Button {...(isNext && { appearance: 'primary' })} onClick={() => goOnline(project.id)}>
                {t('agent.goOnline')}
              </Button>
            </div>
          ) : (
            <AgentsLink />
          )}
        </>
      )}
    </StepFrame>
  );
}

/** For admins who are no agents: what they can send to those who are. */
function AgentsLink() {
  const { t } = useTexts();
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    router
      .getUrl({ target: NavigationTarget.Module, moduleKey: 'chat' })
      .then((url) => !isGone && setLink(url?.href ?? null))
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <>
      <p>{t('firstDay.onlineAgentsOnly')}</p>
      {link !== null && <CopyField id="agents-link" label={t('firstDay.agentsLink')} text={link} rows={1} />}
    </>
  );
}
