import { downloadFile } from '../../app/download-file';

/** Hands the person what they asked for as a file of JSON. */
export const downloadJson = (name: string, content: object): void =>
  downloadFile(name, JSON.stringify(content, null, 2), 'application/json');
