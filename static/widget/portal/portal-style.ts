import { LAUNCHER_STYLE } from '../launcher/launcher-style';

/**
 * In the portal's footer strip: icon and words side by side at the right, the panel below them, in the frame's own
 * flow. Colours follow the portal's theme, which the bridge sets as design tokens; light or dark
 * is said by the document around, and so is that the words stand in the portal's head already: then they are for those who do
 * not see the icon. What went wrong is said beside it all the same.
 */
export const PORTAL_STYLE = `${LAUNCHER_STYLE}
:host{display:flex!important;flex-direction:column!important;align-items:flex-end!important;gap:8px!important;padding:4px 8px 8px!important;--frontdesk-accent:var(--ds-background-brand-bold,#0c66e4);--frontdesk-accent-text:var(--ds-text-inverse,#fff);--frontdesk-surface:var(--ds-surface,#fff);--frontdesk-text:var(--ds-text,#172b4d)}
.icon{position:relative;display:inline-flex;align-items:center;gap:12px;min-block-size:40px;padding:6px 18px;border-radius:20px}
.icon:is(.online,.offline,.unknown) span{position:var(--frontdesk-words-position,static);clip-path:var(--frontdesk-words-clip,none);inset-inline-end:0}
.panel.panel{position:static;inline-size:min(400px,100%);block-size:460px;border-radius:8px;box-shadow:none}`;
