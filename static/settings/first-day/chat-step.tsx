import Button from '@atlaskit/button/new';
import { useTexts } from '../../app/texts-context';
import { PageLink } from '../../ui/page-link';
import { showSetting } from './show-setting';
import { StepFrame, type StepProps } from './step';

export function ChatStep({ steps, place, isNext, number }: StepProps) {
  const { t } = useTexts();
  const { project, choices = [] } = steps;
  const { done } = steps.chat;
  return (
    <StepFrame {...{ number, done, isNext }} title={t(done ? 'firstDay.chatTitle' : 'firstDay.chatTodo')}>
      {!done && place === 'project' && (
        <>
          <p>{t('firstDay.chatHelpProject')}</p>
          <div className="fd-actions">
            <Button {...(isNext && { appearance: 'primary' })} onClick={() => showSetting('chat-enabled')}>
              {t('firstDay.chatSwitch')}
            </Button>
          </div>
        </>
      )}
      {!done && place === 'site' && !project && (
        <>
          <p>{t(choices.length > 0 ? 'firstDay.chatHelpSite' : 'firstDay.chatNoSpaces')}</p>
          <ul className="first-step-choices">
            {choices.map(({ id, key, name }) => (
              <li key={id}>
                <PageLink module="project-settings" projectKey={key}>
                  {name}
                </PageLink>{' '}
                <span className="fd-subtle">{key}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {done && project && place === 'site' && (
        <p>
          <PageLink module="project-settings" projectKey={project.key}>
            {t('firstDay.openSettings', { project: project.name })}
          </PageLink>
        </p>
      )}
    </StepFrame>
  );
}
