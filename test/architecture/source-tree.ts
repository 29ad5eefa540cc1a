import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** The text of each source file by its path from the repository's root, with `/` between folders. */
export type SourceTree = Record<string, string>;

/** Something that the rules do not allow, in a sentence that begins with the file's path. */
export type Violation = string;

const FOLDERS = ['src', 'static', 'local', 'test', 'tools'];
const MADE_BY_TOOLS = /(?:^|\/)(?:node_modules|dist|generated|failures)\//;

export async function readSourceTree(root: string): Promise<SourceTree> {
  const lists = await Promise.all(
    FOLDERS.map(async (folder) => {
      const names = await readdir(path.join(root, folder), { recursive: true });
      return names.map((name) => `${folder}/${name.split(path.sep).join('/')}`);
    }),
  );
  const paths = lists
    .flat()
    .filter((name) => /\.tsx?$/.test(name) && !MADE_BY_TOOLS.test(name))
    .sort();
  const entries = paths.map(async (name) => [name, await readFile(path.join(root, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(entries));
}
