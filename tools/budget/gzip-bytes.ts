import { gzipSync } from 'node:zlib';

/** What a file weighs on its way to a browser. */
export const gzipBytes = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length;
