/** Between the windows of one browser that have the app's pages open. */
export interface WindowChannel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
}

/** Nobody hears, nobody tells. */
const ALONE: WindowChannel = { post: () => undefined, listen: () => undefined };

/** The one way to a channel. A browser that refuses it leaves this window alone. */
export function windowChannel(name: string): WindowChannel {
  try {
    const channel = new BroadcastChannel(name);
    return {
      post: (message) => channel.postMessage(message),
      listen: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    };
  } catch {
    return ALONE;
  }
}
