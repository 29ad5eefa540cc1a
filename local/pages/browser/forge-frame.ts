import type { SiteTime } from '../../clock';
import { fieldsOf, textField } from './payload-fields';
import { createRpcChannel, isWireMessage } from './rpc-channel';
import { frameTheme, onThemeChange } from './theme';

const SANDBOX =
  'allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-pointer-lock allow-same-origin allow-scripts';

export type Surface = 'page' | 'bar';
export type Commands = Record<string, (payload: unknown) => unknown>;

export interface ForgeFrame {
  readonly element: HTMLIFrameElement;
  /** What must end with the document in the frame: subscriptions, listeners. */
  onEnd(cleanup: () => void): void;
  focus(): void;
  /** Focuses again what was focused in the frame when it opened a dialog. */
  refocus(): void;
  /** Tells the frame that the site's clock moved, and where it is now. */
  wake(time: SiteTime): void;
  /** Ends all dealings with the frame; its element stays for the caller to remove. */
  disconnect(): void;
}

export interface FrameOptions {
  origin: string;
  /** A resource's key, or `key/entry` for another page of it. */
  resource: string;
  /** Tells frames apart in developer tools; the server ignores it. */
  id: string;
  title: string;
  surface: Surface;
  commands(frame: ForgeFrame): Commands;
  onSize?(size: { width: number; height: number }): void;
  onKey?(key: string): void;
  onReady?(): void;
}

/** A Custom UI frame, sandboxed and of another origin, and the commands that its bridge may call. */
export function createForgeFrame(options: FrameOptions): ForgeFrame {
  const { origin, surface } = options;
  const [resource, entry = 'index'] = options.resource.split('/');
  const iframe = document.createElement('iframe');
  iframe.title = options.title;
  iframe.setAttribute('sandbox', SANDBOX);
  iframe.allow = 'clipboard-write';
  iframe.src = `${origin}/frames/${resource}/${entry}.html?${encodeURIComponent(options.id)}`;

  let cleanups: (() => void)[] = [];
  let isThemed = false;
  let siteTime: SiteTime | undefined;

  function end(): void {
    for (const cleanup of cleanups) cleanup();
    cleanups = [];
    isThemed = false;
  }

  const frame: ForgeFrame = {
    element: iframe,
    onEnd: (cleanup) => cleanups.push(cleanup),
    focus: () => iframe.focus(),
    refocus() {
      iframe.focus();
      void channel.call('local:refocus');
    },
    wake(time) {
      siteTime = time;
      // A document that is on its way is told when it says hello; until then another origin's stands there.
      if (iframe.dataset.ready !== undefined) void channel.call('local:wake', time);
    },
    disconnect() {
      end();
      removeEventListener('message', receive);
      stopTheme();
    },
  };

  const own: Commands = {
    'local:hello'() {
      end();
      iframe.dataset.ready = '';
      if (document.activeElement === iframe) {
        // Focused before its document came: the new document only notices when it is focused anew.
        iframe.blur();
        iframe.focus();
      }
      // Its document may be older than the last move, and was not there yet to hear of it.
      if (siteTime) frame.wake(siteTime);
      options.onReady?.();
    },
    'local:size'(payload) {
      const { width, height } = fieldsOf(payload);
      if (typeof width === 'number' && typeof height === 'number') options.onSize?.({ width, height });
    },
    'local:key': (payload) => options.onKey?.(textField({ payload }, 'payload')),
    enableTheming() {
      isThemed = true;
      return frameTheme(surface);
    },
  };
  const commands: Commands = { ...options.commands(frame), ...own };

  const channel = createRpcChannel({
    post: (message) => iframe.contentWindow?.postMessage(message, origin),
    serve(command, payload) {
      const serve = Object.hasOwn(commands, command) ? commands[command] : undefined;
      if (!serve) throw new Error(`Bridge method not supported in this module: ${command}`);
      return serve(payload);
    },
  });

  function receive(event: MessageEvent): void {
    if (event.source !== iframe.contentWindow || event.origin !== origin || !isWireMessage(event.data))
      return;
    void channel.receive(event.data);
  }

  addEventListener('message', receive);
  const stopTheme = onThemeChange(() => {
    if (isThemed) void channel.call('local:theme', frameTheme(surface));
  });
  return frame;
}
