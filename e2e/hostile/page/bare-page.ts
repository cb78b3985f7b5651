/** A page of nothing but controls like the app's and a place for a document: what a document can do to a page. */

export const bareGround = {
  report: '#report',
  controls: ['#patient', '#toolbar button', '#search', '#list a'],
  places: true,
} as const;

export const bareSheet = `
body { margin: 0; font: 16px sans-serif; background: rgb(240, 240, 240); color: rgb(20, 20, 20); }
#patient { position: fixed; inset: 0 0 auto 0; height: 40px; background: rgb(255, 255, 255); z-index: 1; }
#toolbar { position: fixed; top: 40px; left: 300px; right: 0; height: 40px; background: rgb(250, 250, 250); z-index: 1; }
#list { position: fixed; top: 40px; left: 0; bottom: 0; width: 300px; background: rgb(245, 245, 245); z-index: 1; }
#report { margin: 90px 0 0 310px; background: rgb(255, 255, 255); }
#report iframe { width: 100%; height: 60vh; border: 0; display: block; }
`;

/** @param document raw markup in place of the report, for controls */
export const barePage = (document: string, script: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bare page</title>
<link rel="stylesheet" href="/bare.css"><script type="module" src="${script}"></script></head>
<body>
<div id="patient">Nancy Smart, born 1980</div>
<div id="toolbar"><button>Save</button> <button>Print</button></div>
<div id="list"><input id="search" type="search" aria-label="Search">
<p><a href="#one">First document</a></p><p><a href="#two">Second document</a></p></div>
<div id="report">${document}</div>
</body></html>`;
