/** What a box stands for; each has its colours in the drawing's style. */
export type Tone = 'plain' | 'central' | 'tenant' | 'guard' | 'open' | 'aws';

/** Sizes of text in pixels. */
export const SIZE = { heading: 18, title: 13, body: 12, small: 11 } as const;

/** Distance of one line of text to the next. */
export const LINE = { heading: 24, title: 18, body: 16, small: 15 } as const;

/** Colours of lines and fills; every text on every fill has a contrast of 4.5 or more. */
export const STYLE = `
text{font-family:Arial,Helvetica,"Liberation Sans",sans-serif;fill:#1b1f24}
.heading{font-size:${SIZE.heading}px;font-weight:bold}
.title{font-size:${SIZE.title}px;font-weight:bold}
.body{font-size:${SIZE.body}px}
.small{font-size:${SIZE.small}px;fill:#4a525c}
.label{font-size:${SIZE.small}px;paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
.middle{text-anchor:middle}
.end{text-anchor:end}
.card{stroke-width:1.2}
.card.plain{fill:#fff;stroke:#6b7480}
.card.central{fill:#fff;stroke:#1f5fa8}
.card.tenant{fill:#fff;stroke:#2a7a4b}
.card.guard{fill:#fff7ea;stroke:#b06a00}
.card.open{fill:#fff1f0;stroke:#b42318}
.card.aws{fill:#f4f1fb;stroke:#6941a5}
.account{stroke-width:2;fill:#f6f8fa;stroke:#6b7480}
.account.central{fill:#f1f6fc;stroke:#1f5fa8}
.account.tenant{fill:#f1f8f4;stroke:#2a7a4b}
.vpc{fill:#fff;stroke:#6b7480;stroke-width:1.2}
.zone{fill:#eef1f4}
.band{fill:none;stroke:#8a939e;stroke-dasharray:5 4}
.band.open{stroke:#b42318}
.flow{fill:none;stroke:#1b1f24;stroke-width:1.8}
.link{fill:none;stroke:#6b7480;stroke-width:1.2;stroke-dasharray:3 3}
.boundary{fill:none;stroke:#6941a5;stroke-width:2.4;stroke-dasharray:9 6}
.danger{fill:#b42318}
.privatelink{fill:#6941a5}`.trim();
