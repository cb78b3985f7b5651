/** Sections of a made-up CCD that are harder to show than the large tables of ordinary ones. */

const rowsOf = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join('');

const section = (code: string, title: string, inner: string): string =>
  `<component><section><code code="${code}" codeSystem="2.16.840.1.113883.6.1"/><title>${title}</title>${inner}</section></component>\n`;

/** Two thousand rows that one cell binds together, and within it others. */
const bound = section(
  '51848-0',
  'Assessments',
  `<text><table><thead><tr><th>Year</th><th>Month</th><th>Finding</th><th>Value</th></tr></thead><tbody>${rowsOf(
    2000,
    (at) =>
      `<tr>${at === 0 ? '<td rowspan="2000">2026</td>' : ''}${at % 400 === 0 ? `<td rowspan="400">Month ${at / 400}</td>` : ''}<td>Finding ${at} of the left side</td><td>${at % 97}</td></tr>`,
  )}</tbody></table></text>`,
);

/** A table that condensing halves, with a column in which nothing stands. */
const repeated = section(
  '10164-2',
  'History',
  `<text><table><thead><tr><th>Date</th><th>Note</th><th>Remark</th></tr></thead><tbody>${rowsOf(
    3000,
    (at) => `<tr><td>2026</td><td>Seen as before ${at % 1500}</td><td></td></tr>`,
  )}</tbody></table></text>`,
);

/** Entries that nobody wrote words for. */
const factual = section(
  '30954-2',
  'Results without text',
  rowsOf(
    5000,
    (at) =>
      `<entry><observation classCode="OBS" moodCode="EVN"><code code="${10_000 + at}-1" codeSystem="2.16.840.1.113883.6.1" displayName="Measure ${at}"/><statusCode code="completed"/><effectiveTime value="20260101"/><value xsi:type="PQ" value="${at % 977}" unit="mg/dL"/></observation></entry>`,
  ),
);

/** Passages that were inserted and deleted, each in a paragraph of its own. */
const revised = section(
  '8648-8',
  'Hospital Course',
  `<text>${rowsOf(
    2000,
    (at) =>
      `<paragraph>Day ${at}: <content revised="delete">stable</content><content revised="insert">improved</content>, ate <content styleCode="Bold">well</content>.</paragraph>`,
  )}</text>`,
);

/** One paragraph as long as a book, in one piece. */
const long = section(
  '34109-9',
  'Notes',
  `<text><paragraph>${rowsOf(6000, (at) => `Sentence ${at} says that nothing has changed since.\n`)}</paragraph></text>`,
);

/** A page laid out by a table of one cell, as some programs write it, with two thousand lines in it. */
const nested = section(
  '29299-5',
  'Reason for Visit',
  `<text><table><tbody><tr><td><table><tbody>${rowsOf(2000, (at) => `<tr><td>Line ${at}</td><td>yes</td></tr>`)}</tbody></table></td></tr></tbody></table></text>`,
);

export const hardSections = [bound, repeated, factual, revised, long, nested].join('');
