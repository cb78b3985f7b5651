import { printedDate, type Report } from '../report.ts';
import { escapeHtml, plainTable, writeSections } from './markup.ts';

/** XHTML with a namespace, a style sheet of classes and definition lists. */
export function xhtmlNote(report: Report): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
<head>
<title>${escapeHtml(report.title)}</title>
<style type="text/css">
body { font-family: Georgia, serif; max-width: 46em; margin: 1em auto; }
h1 { font-size: 1.4em; font-variant: small-caps; border-bottom: 3px double #555; }
dl.facts dt { font-weight: bold; float: left; clear: left; width: 11em; }
dl.facts dd { margin-left: 11.5em; }
.signature { font-style: italic; text-align: right; }
</style>
</head>
<body>
<h1>${escapeHtml(report.title)}</h1>
<p>${escapeHtml(report.organisation)}, ${escapeHtml(report.department)}<br />${escapeHtml(report.patient.name)}, born ${printedDate(report.patient.birthDate)}, MRN ${escapeHtml(report.patient.mrn)}</p>
${writeSections(report, (heading, body) => `<h2>${heading}</h2>\n${body}`, {
  pairs: (pairs) =>
    `<dl class="facts">${pairs.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`,
})}
<p class="signature">${escapeHtml(report.author)}<br />${printedDate(report.date)} &#8212; ${escapeHtml(report.status)}</p>
</body>
</html>`;
}

/** A consultant's letter. */
export function letter(report: Report): string {
  return `<!DOCTYPE html>
<html><head><meta charset="UTF-8"><title>Letter</title></head>
<body style="font-family:'Times New Roman',Times,serif;font-size:12pt;line-height:1.35;margin:36pt 48pt">
<div style="text-align:center;border-bottom:1pt solid #7a1f1f;padding-bottom:6pt">
<div style="font-size:18pt;color:#7a1f1f;letter-spacing:1pt">${escapeHtml(report.organisation)}</div>
<div style="font-size:10pt">${escapeHtml(report.department)} &middot; 400 Shore Road &middot; Lakeside, WI 54999 &middot; 555-010-0400</div>
</div>
<p style="text-align:right">${printedDate(report.date).slice(0, 10)}</p>
<p><u>RE: ${escapeHtml(report.patient.name)}, date of birth ${printedDate(report.patient.birthDate)}, MRN ${escapeHtml(report.patient.mrn)}</u></p>
${writeSections(report, (heading, body) => (heading === '' ? body : `<p style="margin-bottom:0"><b>${heading}.</b></p>\n${body}`), { paragraph: (text) => `<p style="text-align:justify;text-indent:0">${text}</p>` })}
<p>With kind regards,</p>
<p style="font-family:'Brush Script MT',cursive;font-size:18pt;color:#1b2a6b;margin:0">${escapeHtml(report.author.replace(/,.*/, ''))}</p>
<p style="margin-top:0">${escapeHtml(report.author)}<br>${escapeHtml(report.department)}</p>
<p style="font-size:8pt;color:#666">Dictated but not edited by hand. ${escapeHtml(report.status)}.</p>
</body></html>`;
}

/** Written by an old word processor: upper-case tags, FONT, windows-1252 bytes (declare the charset so). */
export function oldWordProcessor(report: Report): string {
  return `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">
<TITLE>${escapeHtml(report.title)}</TITLE></HEAD>
<BODY BGCOLOR=#FFFFFF LINK=#0000FF>
<CENTER><FONT FACE="Arial" SIZE=5><B>${escapeHtml(report.title)}</B></FONT><BR>
<FONT FACE="Arial" SIZE=2><I>${escapeHtml(report.organisation)} \u2013 ${escapeHtml(report.department)}</I></FONT></CENTER>
<HR NOSHADE SIZE=1>
<FONT FACE="Arial" SIZE=2>
<P><B>Name</B>: ${escapeHtml(report.patient.name)}&nbsp;&nbsp;&nbsp;<B>MRN</B>: ${escapeHtml(report.patient.mrn)}
${writeSections(report, (heading, body) => `<P><U><B>${heading.toUpperCase()}</B></U>\n${body}`, {
  paragraph: (text) => `<P>${text}`,
  list: (items, ordered) => `<${ordered ? 'OL' : 'UL'}>${items}</${ordered ? 'OL' : 'UL'}>`,
  item: (text, nested) => `<LI>${text}${nested}`,
  table: plainTable({ table: 'BORDER=1 CELLPADDING=4', head: 'BGCOLOR=#DDDDDD' }),
})}
<P>\u201cRead and signed\u201d \u2014 ${escapeHtml(report.author)}, ${printedDate(report.date)}
</FONT></BODY></HTML>`;
}

/** An export of a word processor: conditional comments, Mso classes, `o:p`. */
export function wordExport(report: Report): string {
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Word processor export (filtered)">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View><w:Zoom>100</w:Zoom></w:WordDocument></xml><![endif]-->
<style><!--
 @font-face { font-family: Cambria; panose-1: 2 4 5 3 5 4 6 3 2 4; }
 p.MsoNormal, li.MsoNormal { margin: 0in 0in 6.0pt; font-size: 11.0pt; font-family: "Cambria", serif; mso-fareast-language: EN-US; }
 h2 { mso-style-priority: 9; font-size: 12.5pt; font-family: "Calibri Light", sans-serif; color: #2F5496; margin: 8pt 0 2pt; }
 table.MsoTableGrid { border: solid windowtext 1.0pt; border-collapse: collapse; mso-yfti-tbllook: 1184; }
 table.MsoTableGrid td, table.MsoTableGrid th { border: solid windowtext 1.0pt; padding: 0in 5.4pt; font: 10.5pt Cambria; }
 @page WordSection1 { size: 8.5in 11.0in; margin: 1.0in; }
 div.WordSection1 { page: WordSection1; }
--></style></head>
<body lang=EN-US style='tab-interval:.5in'>
<div class=WordSection1>
<p class=MsoNormal align=center style='text-align:center'><b style='mso-bidi-font-weight:normal'><span style='font-size:16.0pt'>${escapeHtml(report.title)}<o:p></o:p></span></b></p>
<p class=MsoNormal>${escapeHtml(report.patient.name)} (${escapeHtml(report.patient.mrn)}), ${printedDate(report.date)}<o:p></o:p></p>
${writeSections(report, (heading, body) => `<h2>${heading}<o:p></o:p></h2>\n${body}`, {
  paragraph: (text) => `<p class=MsoNormal><span style='color:black'>${text}</span><o:p></o:p></p>`,
  list: (items) => items,
  item: (text, nested) =>
    `<p class=MsoNormal style='margin-left:.5in;text-indent:-.25in'><span style='font-family:Symbol'>&middot;</span><span style='font-size:7.0pt'>&nbsp;&nbsp;&nbsp;&nbsp;</span>${text}<o:p></o:p></p>${nested}`,
  table: plainTable({ table: 'class=MsoTableGrid border=1 cellspacing=0 cellpadding=0' }),
})}
<p class=MsoNormal>&nbsp;<o:p></o:p></p>
<p class=MsoNormal><i>Signed: ${escapeHtml(report.author)}</i><o:p></o:p></p>
</div></body></html>`;
}

/** Instructions to take home: large headings, boxes, things to tick off. */
export function takeHome(report: Report): string {
  const colours = ['#e8f4e5', '#fdf3d8', '#e4eefb', '#fbe6e6', '#efe7f8'];
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(report.title)}</title>
<style>
body { font: 13pt/1.5 Verdana, Arial, sans-serif; margin: 0; color: #1d1d1d; }
header { background: #12506e; color: #fff; padding: 10pt 16pt; }
header h1 { font-size: 18pt; margin: 0; }
.box { border-radius: 8px; padding: 6pt 14pt; margin: 10pt 14pt; }
.box h2 { font-size: 15pt; margin: 4pt 0; }
ul { list-style: none; padding-left: 4pt; }
li::before { content: "\\2610\\00a0"; font-size: 15pt; }
</style></head>
<body>
<header><h1>${escapeHtml(report.title)}</h1><div>For ${escapeHtml(report.patient.name)} &#x2022; ${printedDate(report.date).slice(0, 10)}</div></header>
${writeSections(
  report,
  (heading, body, index) =>
    `<div class="box" style="background:${colours[index % colours.length] ?? '#eee'}"><h2>${heading}</h2>\n${body}</div>`,
)}
<p style="margin:14pt;font-size:10pt">Questions? Call the nurse line day or night: <a href="tel:+15550100411">555-010-0411</a>. Your care team: ${escapeHtml(report.author)}, ${escapeHtml(report.department)}.</p>
</body></html>`;
}

/** Teaching material: lists within lists and a table of contents of links within the page. */
export function teaching(report: Report): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(report.title)}</title></head>
<body style="font-family:Arial,Helvetica,sans-serif;font-size:11pt">
<h1 style="font-size:17pt">${escapeHtml(report.title)}</h1>
<p style="color:#555555">${escapeHtml(report.department)} &ndash; given to ${escapeHtml(report.patient.name)} on ${printedDate(report.date)} by ${escapeHtml(report.author)}</p>
<ol type="A">${report.sections.map(({ heading }, index) => `<li><a href="#part${index}">${escapeHtml(heading)}</a></li>`).join('')}</ol>
${writeSections(report, (heading, body, index) => `<h2 id="part${index}" style="font-size:13pt;background-color:#f0f0f0;padding:2pt">${heading}</h2>\n${body}`)}
</body></html>`;
}

/** A page of today: `article`, grid and custom properties. */
export function modern(report: Report): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(report.title)}</title>
<style>
:root { --ink: #17324d; --line: #c9d6e2; }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); margin: 0; padding: 1rem 1.5rem; }
.head { display: grid; grid-template-columns: 1fr auto; gap: .5rem; border-bottom: 2px solid var(--line); }
.pill { align-self: center; border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .7rem; font-size: .8rem; }
section { display: flex; gap: 1.5rem; border-bottom: 1px solid var(--line); padding: .5rem 0; }
section > h2 { flex: 0 0 11rem; font-size: 1rem; margin: .2rem 0; }
section > div { flex: 1; }
section p { margin: .2rem 0 .5rem; }
td, th { text-align: left; padding: .15rem .8rem .15rem 0; border-bottom: 1px solid var(--line); }
</style></head>
<body><article>
<div class="head"><h1>${escapeHtml(report.title)}</h1><span class="pill">${escapeHtml(report.status)}</span></div>
<p>${escapeHtml(report.patient.name)} &middot; ${escapeHtml(report.author)} &middot; <time datetime="${report.date}">${printedDate(report.date)}</time></p>
${writeSections(report, (heading, body) => `<section><h2>${heading}</h2><div>${body}</div></section>`)}
</article></body></html>`;
}

/** Everything laid out with nested tables, a logo as a data image beside the heading. */
export function nestedTables(report: Report, logo: string): string {
  return `<html><head><title>${escapeHtml(report.title)}</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>
<body topmargin="0" leftmargin="0"><table width="720" align="center" border="0" cellspacing="0" cellpadding="0">
<tr><td width="90"><img src="${logo}" width="72" height="72" alt="Lakeside"></td><td><font face="Trebuchet MS" size="5">${escapeHtml(report.organisation)}</font><br><font face="Trebuchet MS" size="2">${escapeHtml(report.department)}</font></td><td align="right" valign="top"><font size="2">${escapeHtml(report.status)}<br>${printedDate(report.date)}</font></td></tr>
<tr><td colspan="3"><table width="100%" bgcolor="#EFEFEF" border="0"><tr><td><b>${escapeHtml(report.patient.name)}</b></td><td>DOB ${printedDate(report.patient.birthDate)}</td><td>${escapeHtml(report.patient.sex)}</td><td align="right">${escapeHtml(report.patient.mrn)}</td></tr></table></td></tr>
<tr><td colspan="3"><h2 align="center"><font face="Trebuchet MS">${escapeHtml(report.title)}</font></h2></td></tr>
${writeSections(
  report,
  (heading, body) =>
    `<tr><td colspan="3"><table width="100%" border="0" cellpadding="4"><tr><td width="130" valign="top" bgcolor="#F7F4EC"><font face="Trebuchet MS" size="2"><b>${heading}</b></font></td><td><font face="Trebuchet MS" size="2">${body}</font></td></tr></table></td></tr>`,
  { table: plainTable({ table: 'border="1" cellspacing="0" cellpadding="3"' }) },
)}
<tr><td colspan="3"><hr><font size="1">${escapeHtml(report.author)} / electronically authenticated</font></td></tr>
</table></body></html>`;
}
