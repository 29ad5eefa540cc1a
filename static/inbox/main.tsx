// First: the styles that all pages share come before those that refine them.
import { startPage } from '../shared/start-page';
import './inbox.css';
import { pageProject } from '../shared/page-project';
import { InboxPage } from './inbox-page';

void startPage(({ accountId = '', extension }) => (
  <InboxPage place={pageProject(extension)} viewerId={accountId} />
));
