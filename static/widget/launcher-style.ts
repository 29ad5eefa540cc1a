/**
 * The icon's own look, shared by the web page's corner and the portal's footer. A site's colours come in through
 * custom properties, which pass into the shadow root; everything else of the page stays outside.
 */
export const LAUNCHER_STYLE = `:host{all:initial;font:14px/1.4 var(--frontdesk-font,system-ui);--a:var(--frontdesk-accent,#0c66e4);--b:var(--frontdesk-accent-text,#fff);--s:var(--frontdesk-surface,#fff);--t:var(--frontdesk-text,#172b4d);--l:#758195;--d:#22a06b}
@media(prefers-color-scheme:dark){:host{--a:var(--frontdesk-accent,#579dff);--b:var(--frontdesk-accent-text,#161a1d);--s:var(--frontdesk-surface,#22272b);--t:var(--frontdesk-text,#dee4ea);--d:#216e4e}}
:focus-visible{outline:3px solid var(--a);outline-offset:2px}
.icon{font:inherit;cursor:pointer;border:2px solid var(--l);background:var(--s);color:var(--t)}
svg{inline-size:28px;fill:none;stroke:currentColor;stroke-width:2;overflow:visible}
circle{stroke:none}
.online svg{fill:currentColor}.online circle{fill:var(--d);stroke:var(--b)}`;

/** In the page's bottom corner; the words beside the icon appear on hover and focus. */
export const CORNER_STYLE = `${LAUNCHER_STYLE}
:host{position:relative;z-index:var(--frontdesk-layer,9999999)}
.icon{position:fixed;inset-block-end:20px;inset-inline-end:20px;inline-size:56px;block-size:56px;padding:0;border-radius:50%}
.start{inset-inline:20px auto}
.online{background:var(--a);color:var(--b);border-color:var(--s)}
span{position:absolute;inset-block-end:10px;inset-inline-end:66px;padding:4px 12px;border-radius:6px;border:inherit;background:var(--s);color:var(--t);white-space:nowrap;opacity:0;pointer-events:none}
.start span{inset-inline:66px auto}
:hover>span,:focus-visible>span{opacity:1}`;
