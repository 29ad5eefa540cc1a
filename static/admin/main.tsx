// First: the styles that all pages share come before those that refine them.
import { startPage } from '../shared/start-page';
import '../shared/settings-form.css';
import './admin.css';
import { AdminPage } from './admin-page';

void startPage(() => <AdminPage />);
