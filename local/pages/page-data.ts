/** What the server tells the scripts of a host page: JSON in the page, read once. */
export interface PageData {
  person: {
    /** As addresses call them: `ann`, `anonymous`. */
    pathName: string;
    name: string;
  };
  /** Where Custom UI frames come from: an origin of their own. */
  frameOrigin: string;
  /** What every frame's `view.getContext()` answers, besides module, theme and extension. */
  context: Record<string, unknown>;
  /** Start of the module's `localId`, which ends with its key. */
  localIdPrefix: string;
  modules: ModuleData[];
  /** Of every module with a page of its own: its kind, from which its address follows. */
  moduleKinds: Record<string, string>;
  commands: CommandData[];
}

/** A module that may be shown on this page. */
export interface ModuleData {
  key: string;
  resource: string;
  title: string;
  extension: Record<string, unknown>;
  /** The project of the page; the resolver's context is made from it. */
  projectId: string | null;
  /** Path below which `view.createHistory()` moves; null where the module has no address of its own. */
  historyBase: string | null;
}

/** A `jira:command` in the palette: opens a page or a dialog. */
export interface CommandData {
  title: string;
  keywords: string[];
  opens: { page: string } | { module: ModuleData; size: string };
}

/** Sent with every call of `invoke()`. */
export interface InvokeBody {
  person: string;
  moduleKey: string;
  projectId: string | null;
  extension: Record<string, unknown>;
  functionKey: string;
  payload?: unknown;
}

/** Sent with every `requestJira()`. */
export interface ProductRequestBody {
  person: string;
  method: string;
  path: string;
  body: string | null;
  headers: Record<string, string>;
}

/** Which realtime channel a page listens to or publishes on. */
export interface ChannelBody {
  channelName: string;
  isGlobal: boolean;
  context?: Record<string, unknown>;
  contextOverrides?: string[];
  token?: string;
}
