import { printedDate, type Report } from '../report.ts';
import { anchorName, escapeHtml, plainTable, writeSections, type Dialect } from './markup.ts';

/** What a report server of this family puts into the head of every page: it must never run. */
const monitoring = `<script type="text/javascript">
(function(w,d){w.__rptMonitor=w.__rptMonitor||{q:[],mark:function(n){this.q.push([n,new Date().getTime()]);}};
w.__rptMonitor.mark("head");d.documentElement.setAttribute("data-monitored","true");
var b=d.createElement("img");b.src="http://monitor.lakeside.example/beacon?page="+encodeURIComponent(d.URL);})(window,document);
</script>`;

const point: Dialect = {
  paragraph: (text) =>
    `<div style="margin-left:0.25in;font-family:tahoma,arial,sans-serif;font-size:9pt;padding-bottom:3pt"><span style="font-size:9pt">${text}</span></div>`,
  list: (items) =>
    `<ul style="margin-left:0.35in;font-family:tahoma,arial;font-size:9pt;list-style-type:disc">${items}</ul>`,
  table: plainTable({
    table:
      'cellspacing="0" cellpadding="2" style="border-collapse:collapse;margin-left:0.25in;font-size:9pt;font-family:tahoma,arial"',
    head: 'style="border:0.75pt solid #808080;background-color:#e6e6e6;text-align:left"',
    cell: 'style="border:0.75pt solid #808080;vertical-align:top"',
    flagged: 'style="border:0.75pt solid #808080;color:#c00000;font-weight:bold"',
  }),
  pairs: (pairs) =>
    `<div style="margin-left:0.25in;font-family:tahoma,arial;font-size:9pt">${pairs
      .map(
        ([label, value]) =>
          `<span style="font-weight:bold;text-decoration:underline">${escapeHtml(label)}</span>:&nbsp; <span>${escapeHtml(value)}</span><br>`,
      )
      .join('')}</div>`,
};

/** Structured note: legacy doctype, monitoring script, anchors, point sizes, `* Final Report *`. */
export function structuredNote(report: Report): string {
  return `<!DOCTYPE html SYSTEM "about:legacy-compat">
<html>
<head>
<META http-equiv="Content-Type" content="text/html; charset=UTF-8">
${monitoring}
<title>${escapeHtml(report.title)}</title>
</head>
<body style="font-family:tahoma,arial,sans-serif;font-size:9pt">
<div class="status_banner" style="text-align:center;font-size:10pt;font-weight:bold">* ${escapeHtml(report.status)} *</div>
<a name="${anchorName(report.title)}"></a>
<div style="text-align:center"><span style="font-size:12pt;font-weight:bold">${escapeHtml(report.title)}</span></div>
<div style="font-size:8pt;color:#404040;text-align:center">${escapeHtml(report.patient.name)} - ${escapeHtml(report.patient.mrn)}&nbsp;&nbsp;DOB: ${printedDate(report.patient.birthDate)}</div>
<br>
${writeSections(
  report,
  (heading, body, index) =>
    `<div><a name="${anchorName(`${report.title}${report.date}${index}`)}"></a><div style="font-size:10pt;font-weight:bold;text-decoration:underline;padding-top:6pt">${heading}</div>\n${body}</div>`,
  point,
)}
<br>
<div style="font-size:8pt"><b>Electronically Signed By:</b> ${escapeHtml(report.author)} on ${printedDate(report.date)}</div>
</body>
</html>`;
}

/** Sections with the status of each in data attributes, an addendum before the text it amends. */
export function statusSections(report: Report): string {
  const section = (isAddendum: boolean, date: string, inner: string): string =>
    `<div class="section" data-doc-status="${report.status.startsWith('Final') ? 'auth_verified' : 'modified'}" data-is-addendum="${isAddendum}" data-service-date-time="${date}">\n${inner}\n</div>`;
  const addendum =
    report.addendum === undefined
      ? ''
      : section(
          true,
          report.addendum.date,
          `<div class="addendum_header" style="font-weight:bold;background:#fff3c4;padding:4pt">Addendum by ${escapeHtml(report.addendum.author)} on ${printedDate(report.addendum.date)}</div>
<p style="font-size:10pt">${escapeHtml(report.addendum.text)}</p><hr>`,
        );
  return `<!DOCTYPE html SYSTEM "about:legacy-compat">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">${monitoring}
<style type="text/css">
.status_banner { text-align: center; font: bold 11pt Arial; border-top: 1pt solid #000; border-bottom: 1pt solid #000; padding: 3pt; }
.section { font: 10pt Arial, sans-serif; margin: 8pt 12pt; }
.section h3 { font-size: 10.5pt; margin: 8pt 0 2pt 0; color: #1f3864; }
.section td, .section th { border: 1px solid #bbb; padding: 2pt 5pt; text-align: left; }
.section table { border-collapse: collapse; }
.abn { color: #b00000; font-weight: bold; }
.footer_block { font-size: 8pt; color: #555; margin: 12pt; }
</style></head>
<body>
<div class="status_banner">* ${escapeHtml(report.status)} *</div>
${addendum}
${section(
  false,
  report.date,
  `<h2 style="font-size:13pt">${escapeHtml(report.title)}</h2>\n${writeSections(
    report,
    (heading, body) => `<h3>${heading}</h3>\n${body}`,
    { table: plainTable({ flagged: 'class="abn"' }) },
  )}`,
)}
<div class="footer_block">Result type: ${escapeHtml(report.title)}<br/>Result date: ${printedDate(report.date)}<br/>Performed by: ${escapeHtml(report.author)}<br/>Verified by: ${escapeHtml(report.author)}</div>
</body></html>`;
}

/** A radiologist's dictation: everything in one fixed-width block. */
export function dictation(report: Report): string {
  const body = report.sections
    .map(
      ({ heading, blocks }) =>
        `${heading.toUpperCase()}:\n${blocks
          .map((block) =>
            typeof block === 'string'
              ? wrap(block, 76)
              : 'pre' in block
                ? block.pre
                : 'list' in block
                  ? block.list
                      .map((item, index) =>
                        wrap(`${index + 1}. ${typeof item === 'string' ? item : item.text}`, 76),
                      )
                      .join('\n')
                  : '',
          )
          .join('\n\n')}`,
    )
    .join('\n\n');
  const addendum =
    report.addendum === undefined
      ? ''
      : `\n\n*** ADDENDUM ${printedDate(report.addendum.date)} ***\n${wrap(report.addendum.text, 76)}\nAddended by: ${report.addendum.author}`;
  return `<!DOCTYPE html SYSTEM "about:legacy-compat">
<html><head>${monitoring}<title>Radiology</title></head>
<body style="background-color:#ffffff">
<div class="status_banner"><center><b>* ${escapeHtml(report.status)} *</b></center></div>
<a name="${anchorName(report.title)}"></a>
<pre style="font-family:'Courier New',courier,monospace;font-size:10pt">
${escapeHtml(`EXAM:      ${report.title}
DATE:      ${printedDate(report.date)}
PATIENT:   ${report.patient.name}    MRN: ${report.patient.mrn}    DOB: ${printedDate(report.patient.birthDate)}

${body}${addendum}

Dictated by:   ${report.author}
Signed by:     ${report.author}   ${printedDate(report.date)}
              **** ${report.status.toUpperCase()} ****`)}
</pre>
</body></html>`;
}

/** Breaks a paragraph into lines of at most `width` characters. */
export function wrap(text: string, width: number): string {
  const written: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      written.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...written, line].join('\n');
}

/** Laboratory results: coloured cells, presentational attributes, `font`. */
export function laboratory(report: Report): string {
  return `<html>
<head><meta charset="utf-8"><title>${escapeHtml(report.title)}</title></head>
<body bgcolor="#FFFFFF" text="#000000">
<table width="100%" border="0" bgcolor="#003366"><tr><td><font color="#FFFFFF" face="Verdana" size="4"><b>${escapeHtml(report.organisation)} &mdash; Laboratory</b></font></td><td align="right"><font color="#FFFFFF" face="Verdana" size="2">${escapeHtml(report.status)}</font></td></tr></table>
<table width="100%" border="0" cellpadding="3"><tr><td><font face="Verdana" size="2">Patient: <b>${escapeHtml(report.patient.name)}</b></font></td><td><font face="Verdana" size="2">MRN ${escapeHtml(report.patient.mrn)}</font></td><td><font face="Verdana" size="2">Collected ${printedDate(report.date)}</font></td><td><font face="Verdana" size="2">Reported by ${escapeHtml(report.author)}</font></td></tr></table>
${writeSections(
  report,
  (heading, body) =>
    `<font face="Verdana" size="3" color="#003366"><b>${heading}</b></font>\n<font face="Verdana" size="2">${body}</font><br>`,
  {
    table: plainTable({
      table: 'width="100%" border="1" bordercolor="#99AACC" cellspacing="0" cellpadding="3"',
      head: 'align="left" bgcolor="#CCDDEE"',
      flagged: 'bgcolor="#FFE0E0" style="color:#990000;font-weight:bold"',
      odd: 'bgcolor="#F4F7FB"',
    }),
  },
)}
<font face="Verdana" size="1">H = above range, L = below range. Ranges are those of adults of the patient&rsquo;s sex.</font>
</body></html>`;
}

/** A flowsheet: times across, rows of measurements down, groups with rowspan. */
export function flowsheet(report: Report): string {
  return `<!DOCTYPE html SYSTEM "about:legacy-compat">
<html><head>${monitoring}<style type="text/css">
table.flow { border-collapse: collapse; font: 8.5pt "Segoe UI", Arial; white-space: nowrap; }
table.flow th { background: #dde7d7; border: 1px solid #8fa58a; padding: 2px 6px; }
table.flow td { border: 1px solid #b9c7b5; padding: 2px 6px; text-align: center; }
table.flow td:first-child { text-align: left; font-weight: 600; background: #f3f7f1; }
td.out { color: #a30000; font-weight: bold; }
</style></head><body style="margin:6pt">
<div class="status_banner" style="font-weight:bold">* ${escapeHtml(report.status)} *</div>
<h2 style="font:bold 12pt Arial">${escapeHtml(report.title)}</h2>
<div style="font:9pt Arial">${escapeHtml(report.patient.name)} | ${escapeHtml(report.department)} | Printed ${printedDate(report.date)}</div>
${writeSections(
  report,
  (heading, body) =>
    `<h3 style="font:bold 10pt Arial;margin:8pt 0 2pt">${heading}</h3>\n<div style="overflow-x:auto;font:9pt Arial">${body}</div>`,
  { table: plainTable({ table: 'class="flow"', flagged: 'class="out"' }) },
)}
</body></html>`;
}

/** Pairs side by side in a borderless table: examinations with many measured fields. */
export function fields(report: Report): string {
  return `<!DOCTYPE html SYSTEM "about:legacy-compat">
<html><head>${monitoring}<title>${escapeHtml(report.title)}</title></head>
<body style="font-family:Calibri,Arial;font-size:11pt;color:#222222">
<div class="status_banner" style="float:right;border:1pt solid #2e75b6;padding:2pt 6pt;color:#2e75b6">* ${escapeHtml(report.status)} *</div>
<h1 style="font-size:15pt;color:#2e75b6;margin:0">${escapeHtml(report.title)}</h1>
<div style="font-size:9pt;clear:right">${escapeHtml(report.department)}, ${escapeHtml(report.organisation)}</div>
${writeSections(
  report,
  (heading, body) =>
    `<h2 style="font-size:12pt;border-bottom:1pt solid #9dc3e6;margin:10pt 0 3pt">${heading}</h2>\n${body}`,
  {
    pairs: (pairs) =>
      `<table style="width:100%;font-size:10.5pt">${pairs
        .map(
          ([label, value]) =>
            `<tr><td style="width:34%;color:#595959;vertical-align:top">${escapeHtml(label)}</td><td>${escapeHtml(value)}</td></tr>`,
        )
        .join('\n')}</table>`,
    table: plainTable({
      table: 'style="border-collapse:collapse;font-size:10.5pt"',
      head: 'style="border-bottom:1.5pt solid #2e75b6;padding:1pt 10pt 1pt 0;text-align:left"',
      cell: 'style="border-bottom:0.5pt solid #bdd7ee;padding:1pt 10pt 1pt 0"',
      flagged: 'style="border-bottom:0.5pt solid #bdd7ee;color:#c00000"',
    }),
  },
)}
<p style="font-size:9pt;color:#595959">Examined by ${escapeHtml(report.author)}, ${printedDate(report.date)}</p>
</body></html>`;
}
