import { textAttr, type AdfNode } from './adf-node';
import { linkText } from './link-text';

const PICTURE_FILE = /\.(?:png|jpe?g|gif|webp|svg|bmp|heic|avif|tiff?)$/i;
const OTHER_FILE = /\.[a-z][a-z\d]{1,4}$/i;

/** A picture or a file, which a text can only name: by a sign, for the reason that `LEFT_OUT` has. */
export function mediaText(node: AdfNode, usual: 'picture' | 'file'): string {
  const url = textAttr(node, 'url');
  const name = textAttr(node, 'alt', '__fileName', 'title');
  const file = name || url;
  const isPicture = PICTURE_FILE.test(file) || (usual === 'picture' && !OTHER_FILE.test(file));
  const href =
    textAttr({ attrs: node.marks.find(({ type }) => type === 'link')?.attrs ?? {} }, 'href') || url;
  return [isPicture ? '🖼️' : '📎', linkText(name, href)].filter(Boolean).join(' ');
}
