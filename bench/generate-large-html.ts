/**
 * A large report such as an EHR writes for a long stay: visits with banners, anchors and paragraphs in point sizes,
 * result tables styled by class and by inline style. The same bytes at each call.
 */

const analytes = [
  ['Sodium', 'mmol/L', '135', '145'],
  ['Potassium', 'mmol/L', '3.5', '5.1'],
  ['Chloride', 'mmol/L', '98', '107'],
  ['Urea nitrogen', 'mg/dL', '7', '20'],
  ['Creatinine', 'mg/dL', '0.6', '1.3'],
  ['Glucose', 'mg/dL', '70', '99'],
  ['Hemoglobin', 'g/dL', '12.0', '15.5'],
  ['Platelets', '10*3/uL', '150', '400'],
] as const;

const sentences = [
  'The patient was seen at the bedside and reports a quiet night with good control of pain.',
  'Breath sounds are clear on both sides, the heart is regular, the abdomen soft and not tender.',
  'Oral intake is improving; the drain was removed without trouble and the wound is dry.',
  'Medications were reviewed with the patient and one of the daughters, and both agree to the plan.',
  'Physical therapy walked the patient twice along the corridor with a frame and one helper.',
] as const;

const head = `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Inpatient stay</title>
<style type="text/css">
.banner { text-align: center; font: bold 11pt Arial; border-top: 1pt solid #000; border-bottom: 1pt solid #000; padding: 3pt; }
.results { border-collapse: collapse; width: 100%; font-size: 9pt; }
.results th { background-color: #e6e6e6; text-align: left; border: 0.75pt solid #808080; padding: 2pt 4pt; }
.cell { border: 0.75pt solid #808080; padding: 2pt 4pt; vertical-align: top; }
.abnormal { color: #c00000; font-weight: bold; }
.signed { font-size: 8pt; color: #404040; }
</style></head>
<body style="font-family:tahoma,arial,sans-serif;font-size:9pt">
<div class="banner">* Final Report *</div>
`;

/** An HTML report of at least `bytes` bytes. */
export function generateLargeHtml(bytes: number): string {
  const parts = [head];
  let length = head.length;
  for (let visit = 0; length < bytes; visit += 1) {
    const part = visitOf(visit);
    parts.push(part);
    length += part.length;
  }
  parts.push('</body></html>\n');
  return parts.join('');
}

function visitOf(visit: number): string {
  const day = `${1 + (visit % 28)}`.padStart(2, '0');
  const text = [0, 1, 2]
    .map((at) => {
      const sentence = [0, 1, 2].map((by) => sentences[(visit + at + by) % sentences.length]);
      return `<div style="margin-left:0.25in;font-size:9pt;padding-bottom:3pt"><span style="font-size:9pt">${sentence.join(' ')}</span></div>\n`;
    })
    .join('');
  const rows = analytes
    .map(([name, unit, low, high], at) => {
      const value = (Number(low) + ((visit * 7 + at * 3) % 11) * 0.1 * Number(high)).toFixed(1);
      const isHigh = Number(value) > Number(high);
      return `<tr${at % 2 === 1 ? ' style="background-color:#f7f7f7"' : ''}><td class="cell">${name}</td><td class="cell${isHigh ? ' abnormal' : ''}" style="text-align:right">${value}${isHigh ? ' (H)' : ''}</td><td class="cell">${unit}</td><td class="cell" style="color:#404040">${low} - ${high}</td></tr>\n`;
    })
    .join('');
  return `<div class="section"><a name="_visit${visit}"></a><h3 style="font-size:10pt;text-decoration:underline;padding-top:6pt">Progress note ${visit + 1}, 2024-03-${day}</h3>
${text}<table class="results" cellspacing="0" cellpadding="2"><thead><tr><th>Test</th><th>Value</th><th>Unit</th><th>Reference range</th></tr></thead><tbody>
${rows}</tbody></table>
<p class="signed"><b>Electronically signed by:</b> Okafor, Chidi MD on 03/${day}/2024 at ${8 + (visit % 10)}:30 CST</p></div>
`;
}
