/** The open panel. Of a fixed height, so that nothing under the pointer moves when a text above it changes. */
export const PANEL_STYLE = `
.panel{box-sizing:border-box;position:absolute;inset-block-end:68px;inset-inline-end:0;inline-size:360px;block-size:min(440px,calc(100vh - 108px));display:flex;flex-direction:column;overflow:hidden;border:1px solid var(--l);border-radius:12px;background:var(--s);color:var(--t);box-shadow:0 8px 24px #091e4240}
:host([data-side=start]) .panel{inset-inline:0 auto}
.panel *{box-sizing:border-box}
header{position:relative;padding:14px 52px 12px 16px;border-block-end:1px solid var(--l)}
h2,p{margin:0;overflow-wrap:anywhere}
h2{font-size:16px}
header p{min-block-size:40px}
i{display:inline-block;inline-size:10px;block-size:10px;margin-inline-end:8px;border:2px solid var(--t);border-radius:50%}
.online i{background:var(--d);border-color:var(--d)}
.unknown i{border-radius:2px}
.panel button,.panel a{font:inherit;min-block-size:36px;padding:6px 14px;border:1px solid var(--l);border-radius:6px;background:var(--s);color:var(--t);cursor:pointer;text-decoration:none}
.panel .close{position:absolute;inset-block-start:8px;inset-inline-end:8px;inline-size:36px;padding:0;border-color:transparent}
.talk{flex:1;overflow:auto;padding:12px 16px;display:grid;gap:12px;align-content:start}
.talk p{white-space:pre-line}
.step{display:grid;gap:8px}
.ways{display:flex;flex-wrap:wrap;gap:8px;padding-block-end:4px}
form{display:grid;gap:6px;padding:12px 16px 16px;border-block-start:1px solid var(--l)}
textarea{font:inherit;inline-size:100%;padding:8px;resize:none;border:1px solid var(--l);border-radius:6px;background:var(--s);color:var(--t)}
.panel .main,.panel a{background:var(--a);color:var(--b);border-color:var(--a)}
@media(max-width:480px){.panel{position:fixed;inset:auto 0 0!important;inline-size:100%;block-size:min(440px,100vh);border-radius:12px 12px 0 0}}`;
