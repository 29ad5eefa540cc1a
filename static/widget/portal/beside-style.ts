import { LAUNCHER_STYLE } from '../launcher/launcher-style';
import { PANEL_LOOK } from '../panel/panel-style';

/**
 * The panel beside a request, always open, in the frame's own flow and as high as what is said in it, up to a point. Jira's own
 * heading stands above it. There is no other chat about this request to be started, and nothing to be closed.
 */
export const BESIDE_STYLE = `${LAUNCHER_STYLE}${PANEL_LOOK}
:host{display:block!important;--frontdesk-font:var(--ds-font-family-body,system-ui);--frontdesk-accent:var(--ds-background-brand-bold,#0c66e4);--frontdesk-accent-text:var(--ds-text-inverse,#fff);--frontdesk-surface:var(--ds-surface,#fff);--frontdesk-text:var(--ds-text,#172b4d)}
.panel.panel{position:static;inline-size:100%;block-size:auto;max-block-size:none;border-radius:8px;box-shadow:none}
.panel h2{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.panel header{position:static;padding-inline-end:16px}
.panel header p{min-block-size:0}
.panel header #state{font-weight:600}
.panel header .closed{font-weight:400}
.panel .talk{max-block-size:320px}
.panel .talk:not(:has(>:not(:empty,[hidden]))),.panel .close,.panel .talk>button,.panel .final~form{display:none}
.panel .about[hidden]{display:none}
.panel .about:not([hidden]){padding:8px 16px;border-bottom:1px solid var(--l);display:grid;gap:8px}`;
