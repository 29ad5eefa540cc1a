// First: the styles that all pages share come before those that refine them.
import { startPage } from '../start-page';
import '../../settings/form/settings-form.css';
import '../../settings/global/admin.css';
import { AdminPage } from '../../settings/global/admin-page';

void startPage(() => <AdminPage />);
