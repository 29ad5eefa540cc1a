/**
 * The open panel, in the launcher's colours. Of a fixed height, so that nothing under the pointer moves when a text
 * above it changes.
 */
export const PANEL_STYLE = `
.panel{--b:var(--frontdesk-accent-text,light-dark(#fff,#161a1d));--l:light-dark(#758195,#8696a7);--d:light-dark(#1f845a,#4bce97);box-sizing:border-box;position:fixed;z-index:var(--frontdesk-layer,9999999);bottom:88px;inset-inline:var(--frontdesk-inline,auto 20px);inline-size:360px;block-size:min(460px,calc(100vh - 108px));display:flex;flex-direction:column;overflow:hidden;border:1px solid var(--l);border-radius:12px;background:var(--s);color:var(--t);font:14px/1.43 var(--frontdesk-font,system-ui);box-shadow:0 8px 24px #091e4240}
.panel *{box-sizing:border-box}
header{position:relative;padding:12px 56px 10px 16px;border-block-end:1px solid var(--l)}
h2,p{margin:0;overflow-wrap:anywhere}
h2{font-size:16px}
header p{min-block-size:40px}
i{display:inline-block;inline-size:10px;block-size:10px;margin-inline-end:8px;border:2px solid var(--t);border-radius:50%}
.online i{border:5px solid var(--d)}
.unknown i{border-radius:2px}
.panel button,.panel a{display:inline-grid;place-items:center;font:inherit;min-block-size:36px;padding:6px 14px;border:1px solid var(--l);border-radius:6px;background:var(--s);color:var(--t);cursor:pointer;text-decoration:none}
.panel .close{position:absolute;inset-block-start:10px;inset-inline-end:10px;inline-size:36px;padding:0;border-color:transparent}
.talk{flex:1;overflow:auto;padding:12px 16px;display:grid;gap:12px;align-content:start}
.talk p{white-space:pre-line}
.step{display:grid;gap:8px}
.talk .ways{display:flex;flex-wrap:wrap;gap:8px;padding-block-end:4px}
form{display:grid;gap:6px;padding:10px 16px 16px;border-block-start:1px solid var(--l)}
textarea{font:inherit;inline-size:100%;padding:8px;resize:none;border:1px solid var(--l);border-radius:6px;background:var(--s);color:var(--t)}
.panel .main,.panel a{background:var(--a);color:var(--b);border-color:var(--a)}
@media(max-width:480px){.panel{inset:auto 0 0;inline-size:100%;block-size:min(460px,100vh);border-radius:12px 12px 0 0}}`;
