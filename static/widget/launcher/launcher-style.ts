/**
 * The icon's own look, shared by the web page's corner and the portal's footer. A site's colours come in through
 * custom properties, which pass into the shadow root; everything else of the page stays outside. The icon is made
 * of borders, which a forced-colours mode keeps: a filled bubble with a dot, an empty one, or one with lines. What is
 * important here wins over all rules of the page for our element, those that are important there, too (rule C13).
 *
 * Browsers before `light-dark()` (Chrome 123, Firefox 120, Safari 17.5) have their own black and white, which follow
 * `color-scheme` as ours do, and one blue that is told from both. Letters grow with what the visitor has chosen as the
 * size of text, and with nothing of the page: our element's own is the browser's `medium`.
 */
export const LAUNCHER_STYLE = `:host{all:initial!important;color-scheme:var(--frontdesk-scheme,light dark)!important;--a:var(--frontdesk-accent,#0c66e4)!important;--b:var(--frontdesk-accent-text,#fff)!important;--s:var(--frontdesk-surface,Canvas)!important;--t:var(--frontdesk-text,CanvasText)!important}
@supports(color:light-dark(red,red)){:host{--a:var(--frontdesk-accent,light-dark(#0c66e4,#579dff))!important;--b:var(--frontdesk-accent-text,light-dark(#fff,#161a1d))!important;--s:var(--frontdesk-surface,light-dark(#fff,#22272b))!important;--t:var(--frontdesk-text,light-dark(#172b4d,#dee4ea))!important}}
.icon{font:.875em var(--frontdesk-font,system-ui);color:var(--t);background:var(--s);border:2px solid;cursor:pointer}
:focus-visible{outline:3px solid var(--a)}
b{display:inline-block;position:relative;border:2px solid;width:22px;height:18px;border-radius:8px 8px 8px 0}
b:after{content:"";position:absolute;inset:5px 4px}
.unknown b:after{border-block:2px solid}
.online b{border:11px solid var(--a);width:4px;height:0}
.online b:after{border:5px solid #22a06b;border-radius:50%;inset:-16px -18px auto auto}`;
