/**
 * The open panel, in the launcher's colours. Of a fixed height, so that nothing under the pointer moves when a text
 * above it changes. In a low window, as after zooming in, the conversation gets what room there is; where that is not
 * enough, all of the panel scrolls. Why the chat is closed scrolls in its head, and shows by half a line that there is more.
 */
export const PANEL_LOOK = `
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.said[role]{position:fixed;bottom:0}
.unread:before{content:attr(data-unread);content:attr(data-unread)/"";position:absolute;inset:-8px auto auto -8px;min-width:22px;box-sizing:border-box;padding:1px 5px;border-radius:11px;border:1px solid #fff;background:#c9372c;color:#fff;font:bold .857em/1.5 system-ui;text-align:center}
.panel{--l:#758195;--g:#75819524;box-sizing:border-box;position:fixed;bottom:calc(68px + var(--frontdesk-block,20px));inset-inline:var(--frontdesk-inline,auto 20px);width:360px;height:min(560px,calc(100vh - 88px - var(--frontdesk-block,20px)));display:flex;flex-flow:column;overflow:auto;border:1px solid var(--l);border-radius:12px;background:var(--s);color:var(--t);font:.875em/1.43 var(--frontdesk-font,system-ui);box-shadow:0 8px 24px #091e4240}
.panel *{box-sizing:border-box}
.panel [hidden],.talk>:empty,.closed:empty{display:none}
header{position:sticky;top:0;z-index:1;background:inherit;padding:10px 56px 8px 16px;border-bottom:1px solid var(--l)}
h2,p{margin:0;overflow-wrap:anywhere}
h2{font-size:1.143em}
header p{min-height:40px}
header .closed{min-height:0}
i{display:inline-block;width:10px;height:10px;margin-right:8px;border:2px solid var(--t);border-radius:50%}
.online i{border:5px solid #22a06b}
.unknown i{border-radius:2px}
.panel button,.ask a{display:inline-grid;place-items:center;justify-self:start;font:inherit;min-height:36px;padding:6px 14px;border:1px solid var(--l);border-radius:6px;background:var(--s);color:var(--t);cursor:pointer}
.panel .close{position:absolute;top:10px;right:10px;width:36px;padding:0;border-color:transparent}
.talk{flex:1;overflow:auto;overscroll-behavior:contain;padding:12px 16px;display:grid;gap:10px;align-content:start;outline-offset:-3px}
.welcome{white-space:pre-line}
small,.beat{font-size:.857em}
.failure{color:light-dark(#ae2a19,#ff9c8f);border-left:3px solid;padding-left:8px}
.ask{display:grid;gap:4px}
.ask a{margin-top:6px;grid-auto-flow:column;gap:4px}
summary{cursor:pointer;padding:6px 0}
details label{margin-top:4px}
.panel .latest{align-self:center;margin:-44px 0 8px;position:relative}
.write{position:relative;display:grid;gap:4px;padding:8px 16px 12px;border-top:1px solid var(--l)}
.beat{position:absolute;right:16px;top:9px}
textarea,input{font:inherit;width:100%;padding:7px 8px;resize:none;border:1px solid var(--l);border-radius:6px;background:var(--s);color:var(--t)}
.end{display:flex;align-items:center;gap:12px;justify-content:space-between}
.panel .main{background:var(--a);color:var(--b);border-color:var(--a)}
@media(pointer:coarse){textarea,input{font-size:1.143em}}`;

/** The same in a window of its own size: where there is little room, the panel is at its foot, or all of it. */
export const PANEL_STYLE = `${PANEL_LOOK}
@media(max-width:480px){.panel{inset:auto 0 0;width:100%;height:min(560px,100dvh);border-radius:12px 12px 0 0}}
@media(max-height:480px){.panel{bottom:0;height:100dvh}header{flex:none;display:flex;flex-flow:wrap;gap:0 12px;align-items:center;min-height:56px;padding-block:4px}header p{min-height:0}.talk{flex:1 0 64px}.write{grid-template-columns:1fr auto}.write label{grid-column:1/-1}#keys,.spare{display:none}header .closed{flex:0 0 100%;max-height:3.5em;overflow:auto}textarea{height:2.6em}}`;
