import '../shared/settings-form.css';
import './settings.css';
import { startPage } from '../shared/start-page';
import { SettingsPage } from './settings-page';
import { projectIdOf } from './project-id-of';

void startPage((context) => (
  <SettingsPage projectId={projectIdOf(context.extension)} viewerId={context.accountId} />
));
