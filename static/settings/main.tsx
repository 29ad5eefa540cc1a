// First: the styles that all pages share come before those that refine them.
import { startPage } from '../shared/start-page';
import '../shared/settings-form.css';
import './settings.css';
import { SettingsPage } from './settings-page';
import { projectIdOf } from './project-id-of';

void startPage((context) => (
  <SettingsPage projectId={projectIdOf(context.extension)} viewerId={context.accountId} />
));
