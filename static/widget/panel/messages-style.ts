/** How messages look, in the colours of the panel's style, to which it is added. */
export const MESSAGES_STYLE = `
ol,li{display:grid;gap:2px;list-style:none;min-width:0}
ol{gap:8px;margin:0;padding:0;overflow-wrap:anywhere}
.own{justify-items:end}
.theirs{justify-items:start}
.text{max-width:88%;padding:6px 10px;border:1px solid transparent;border-radius:10px;white-space:pre-wrap;background:var(--g)}
.own .text{background:var(--a);color:var(--b);border-right-width:4px}
.text a{color:inherit}
.gone{font-style:italic}
.who{display:flex;align-items:center;gap:8px;font-weight:600}
.avatar{width:1.714em;height:1.714em;border-radius:50%;background:var(--g);text-align:center;line-height:1.714;flex:none}
.turn{font-size:.857em;justify-self:stretch;text-align:center;padding-block:4px}`;
