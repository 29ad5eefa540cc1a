import '../shared/settings-form.css';
import './admin.css';
import { startPage } from '../shared/start-page';
import { AdminPage } from './admin-page';

void startPage(() => <AdminPage />);
