// First: the styles that all pages share come before those that refine them.
import { startPage } from '../start-page';
import '../../settings/form/settings-form.css';
import '../../team/team.css';
// Styles of scripts that are loaded later come with the page's own.
import '../../coverage/coverage.css';
import '../../ui/segmented-choice.css';
import '../../why/why.css';
import { projectIdOf } from '../../settings/project/project-id-of';
import { TeamPage } from '../../team/team-page';

void startPage((context) => (
  <TeamPage projectId={projectIdOf(context.extension)} viewerId={context.accountId} />
));
