import Button from '@atlaskit/button/new';
import { router } from '@forge/bridge';
import { clockTime } from '../../app/format-time';
import { useTexts } from '../../app/texts-context';
import { CopyField } from '../../ui/copy-field';
import { Notice } from '../../ui/notice';
import { StepFrame, type StepProps } from './step';

export function SeenStep({ steps, isNext, number, busy, check }: StepProps) {
  const texts = useTexts();
  const { t } = texts;
  const now = Date.parse(steps.now);
  const at = (instant: string): string => clockTime(Date.parse(instant), now, texts);
  const { done, portalAt, websites, portalUrl, snippet } = steps.seen;
  const allowed = websites.filter(({ isAllowed }) => isAllowed);
  const refused = websites.filter(({ isAllowed }) => !isAllowed);
  return (
    <StepFrame {...{ number, done, isNext }} title={t(done ? 'firstDay.seenTitle' : 'firstDay.seenTodo')}>
      {!steps.chat.done && steps.project && <p>{t('firstDay.seenAfterChat')}</p>}
      {portalAt !== null && <p>{t('firstDay.seenPortal', { time: at(portalAt) })}</p>}
      {allowed.map(({ origin, at: seenAt }) => (
        <p key={origin}>{t('firstDay.seenWebsite', { origin, time: at(seenAt) })}</p>
      ))}
      {refused.map(({ origin }) => (
        <Notice key={origin} tone="warning">
          {t('firstDay.seenRefused', { origin })}
        </Notice>
      ))}
      {!done && steps.chat.done && (
        <>
          <p>{t('firstDay.seenHelp')}</p>
          {snippet !== null && <CopyField id="first-snippet" label={t('settings.snippet')} text={snippet} />}
          <div className="fd-actions">
            {portalUrl !== null && (
              <Button onClick={() => void router.open(portalUrl).catch(() => undefined)}>
                {t('firstDay.openPortal')}
              </Button>
            )}
            <Button {...(isNext && { appearance: 'primary' })} isLoading={busy} onClick={() => void check()}>
              {t('firstDay.check')}
            </Button>
            <span className="fd-small fd-subtle" role="status">
              {t('firstDay.notSeen', { time: clockTime(now, now, texts) })}
            </span>
          </div>
        </>
      )}
    </StepFrame>
  );
}
