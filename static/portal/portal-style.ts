import { LAUNCHER_STYLE } from '../widget/launcher-style';

/**
 * In the portal's footer strip: icon and words side by side at the right, the panel below them, in the frame's own
 * flow. Colours follow the portal's theme, which the bridge sets as design tokens.
 */
export const PORTAL_STYLE = `${LAUNCHER_STYLE}
:host{display:flex;flex-direction:column;align-items:flex-end;gap:8px;padding:8px;--a:var(--ds-background-brand-bold,#0c66e4);--b:var(--ds-text-inverse,#fff);--s:var(--ds-surface,#fff);--t:var(--ds-text,#172b4d);--l:var(--ds-border-bold,#758195);--d:var(--ds-icon-success,#22a06b)}
.launcher{display:inline-flex;align-items:center;gap:10px;min-block-size:40px;padding:6px 16px;border-radius:20px}
.online{border-color:var(--a)}
.online svg{color:var(--a)}
.online circle{stroke:var(--s)}
.launcher svg{inline-size:22px}
.panel.panel{position:static;inline-size:min(400px,100%);block-size:440px;border-radius:8px;box-shadow:none}`;
