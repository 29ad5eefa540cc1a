import { view, type FullContext } from '@forge/bridge';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Announcer } from '../app/announcer';
import { ErrorBoundary } from './error-boundary';
import { loadTexts } from '../app/load-texts';
import '../app/page.css';
import { TextsProvider } from '../app/texts-context';

/**
 * Starts a page in `#root`: theme, language, error boundary. Until the texts are there the page's static HTML (a
 * skeleton of the same size) stays. `render` is called before that: what it begins to load loads side by side.
 */
export async function startPage(render: (context: FullContext) => ReactNode): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  try {
    const themed = view.theme.enable();
    const context = await view.getContext();
    const page = render(context);
    const [texts] = await Promise.all([loadTexts(context.locale), themed]);
    document.documentElement.lang = texts.locale;
    createRoot(root).render(
      <TextsProvider value={texts}>
        <Announcer>
          <ErrorBoundary>{page}</ErrorBoundary>
        </Announcer>
      </TextsProvider>,
    );
  } catch {
    // Without the bridge or the texts nothing can be translated: the one English sentence of the app.
    root.textContent = 'Chat could not be loaded. Reload the page to try again.';
  }
}
