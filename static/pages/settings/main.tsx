// First: the styles that all pages share come before those that refine them.
import { startPage } from '../start-page';
import '../../settings/form/settings-form.css';
import '../../settings/project/settings.css';
// Styles of scripts that are loaded later come with the page's own.
import '../../coverage/coverage.css';
import '../../why/why.css';
import { SettingsPage } from '../../settings/project/settings-page';
import { projectIdOf } from '../../settings/project/project-id-of';

void startPage((context) => (
  <SettingsPage
    projectId={projectIdOf(context.extension)}
    viewerId={context.accountId}
    zone={context.timezone}
  />
));
