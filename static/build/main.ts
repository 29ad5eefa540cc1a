import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PAGES, buildPage, type Bundle } from './pages';
import { putAllInPlace, type BuildPlaces } from './put-in-place';
import { buildWidget } from './widget';

/**
 * Builds everything that browsers run:
 * - each page of the manifest's resources into static/dist/<page>/, which `forge deploy` uploads as it is;
 * - the widget's scripts and its texts into src/generated/, because the web trigger serves them itself.
 */

const ROOT = path.resolve(import.meta.dirname, '../..');

export const BUILD_PLACES: BuildPlaces = {
  dist: path.join(ROOT, 'static/dist'),
  generated: path.join(ROOT, 'src/generated'),
  meta: path.join(ROOT, '.build/meta'),
  maps: path.join(ROOT, '.build/maps'),
  scratch: path.join(ROOT, '.build'),
};

/**
 * Builds all pages and the widget, and only then replaces what is there: a site or a test that runs beside it always
 * finds its files. Throws with esbuild's message when something does not compile, and changes nothing then.
 */
export async function buildStatic(
  pages: string[] = PAGES,
  to: BuildPlaces = BUILD_PLACES,
  bundle?: Bundle,
): Promise<void> {
  const [widget, built] = await Promise.all([
    buildWidget(bundle),
    Promise.all(pages.map((page) => buildPage(page, bundle))),
  ]);
  await putAllInPlace(built, widget, to);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildStatic();
}
