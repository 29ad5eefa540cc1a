import { LAUNCHER_STYLE } from './launcher-style';

/** In the window's bottom corner, never in the page's flow or on paper; the words beside the icon appear on hover and focus. */
export const CORNER_STYLE = `${LAUNCHER_STYLE}
:host{position:fixed!important;z-index:var(--frontdesk-layer,9999999)!important}
@media print{:host{display:none!important}}
.icon{position:fixed;bottom:var(--frontdesk-block,20px);inset-inline:var(--frontdesk-inline,auto 20px);width:56px;height:56px;border-radius:50%}
span{position:absolute;inset-inline:var(--frontdesk-tip,auto 66px);padding:4px 8px;border:inherit;border-radius:8px;background:inherit;width:max-content;max-width:calc(100vw - 126px);bottom:10px;text-align:start;opacity:0;pointer-events:none}
:hover>span,:focus-visible>span{opacity:1}`;
