// First: the styles that all pages share come before those that refine them.
import { startPage } from '../start-page';
import '../../chats/inbox.css';
import { pageProject } from '../../app/page-project';
import { InboxPage } from '../../chats/inbox-page';

void startPage(({ accountId = '', extension }) => (
  <InboxPage place={pageProject(extension)} viewerId={accountId} />
));
