/** Host pages and frames are two origins on one port, told apart by the name of this machine. */
export const HOST_NAME = 'localhost';
export const FRAME_HOST_NAME = '127.0.0.1';

export interface Origins {
  host: string;
  frames: string;
}

export function originsOf(requestUrl: string): Origins {
  const { port } = new URL(requestUrl);
  const suffix = port ? `:${port}` : '';
  return { host: `http://${HOST_NAME}${suffix}`, frames: `http://${FRAME_HOST_NAME}${suffix}` };
}
