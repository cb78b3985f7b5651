import { utf8 } from './bytes.ts';
import type { ChartDocument, ChartRendition } from './chart.ts';
import { describe } from './document-builder.ts';
import { odd, oddReport, organisation, page } from './odd-patient.ts';
import { reportPdf } from './pdf/report-pdf.ts';

type Resource = Record<string, unknown>;

const note = (text: string): Pick<ChartRendition, 'contentType' | 'body'> => ({
  contentType: 'text/html',
  body: () => utf8(page('Odd note', text)),
});

const without =
  (...names: readonly string[]) =>
  (resource: Resource): Resource =>
    Object.fromEntries(Object.entries(resource).filter(([name]) => !names.includes(name)));

const withSubject =
  (subject: Resource) =>
  (resource: Resource): Resource => ({ ...resource, subject });

const absent = (code: string): Resource => ({
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: code },
  ],
});

/** Type and title are all that a reader should see of a masked one. */
const maskedStatus = (resource: Resource): Resource => ({
  ...without('status', 'docStatus', 'description')(resource),
  _status: absent('masked'),
});

const shared: ChartRendition = {
  id: 'OD-130',
  contentType: 'application/pdf',
  title: 'Filed in two places',
  body: () =>
    reportPdf(oddReport('Filed in two places', 'One PDF, listed as report and as document.')),
};

const longTitle = `Interdisciplinary Conference Protocol of the Department of Exceptions ${'concerning the reconciliation of earlier protocols '.repeat(5)}(final)`;

/** Fields that servers leave out, mistype or mask. */
export const oddResources: readonly ChartDocument[] = [
  odd(101, { title: 'Without a title' }, note('Nothing names this note.'), {
    quirk: without('description', 'type'),
  }),
  odd(102, { title: 'Without a date' }, note('Undated.'), {
    quirk: without('date', 'created', 'indexed', 'context', 'meta'),
  }),
  odd(103, { title: 'Without an author' }, note('Unsigned.'), {
    quirk: without('author', 'custodian'),
  }),
  odd(104, { title: 'Dated by year', date: '2019' }, note('Some time in 2019.')),
  odd(105, { title: 'Dated by month', date: '2019-12' }, note('Some time in December 2019.')),
  odd(106, { title: 'Dated by day', date: '2019-12-26' }, note('On Boxing Day 2019.')),
  odd(107, { title: 'Date that is none' }, note('The clock was being repaired.'), {
    quirk: (resource, version) => ({
      ...resource,
      ...(version === 'dstu2' ? { created: 'last Tuesday' } : { date: 'last Tuesday' }),
    }),
  }),
  odd(108, { title: 'Status masked' }, note('Its status is not for everyone.'), {
    quirk: maskedStatus,
  }),
  odd(109, { title: 'Type known in words only' }, note('No code fits.'), {
    type: { text: 'Letter from a dog trainer' },
  }),
  odd(110, { title: 'Type of the house beside UNK' }, note('Coded in the hospital’s own set.'), {
    type: {
      system: 'https://fhir.lakeside.example/codeSet/72',
      code: '2820507',
      display: 'Outpatient Clinic Note',
      text: 'Outpatient Clinic Note',
    },
  }),
  odd(111, { title: 'Subject absent' }, note('About whom?'), { quirk: without('subject') }),
  odd(112, { title: 'Subject by name only' }, note('The subject is words.'), {
    quirk: withSubject({ display: 'Quirke, Zoë' }),
  }),
  odd(113, { title: 'Subject on another server' }, note('The subject lives elsewhere.'), {
    quirk: withSubject({ reference: 'https://other.lakeside.example/fhir/Patient/4711004' }),
  }),
  odd(114, { title: 'Subject is another patient' }, note('This is not about Zoë Quirke.'), {
    quirk: withSubject({ reference: 'Patient/4711999', display: 'Quirke, Zachary' }),
  }),
  odd(115, { title: 'Media types in a list' }, note('The media type arrived as a list.'), {
    quirk: (resource) => ({
      ...resource,
      content: [
        {
          attachment: { ...attachmentOf(resource), contentType: ['text/html', 'application/pdf'] },
        },
      ],
    }),
  }),
  odd(116, { title: longTitle }, note('The title is longer than the note.')),
  odd(
    117,
    { title: 'תוצאות בדיקות דם – סיכום' },
    {
      contentType: 'text/html; charset=utf-8',
      body: () =>
        utf8(
          '<!DOCTYPE html><html lang="he" dir="rtl"><head><meta charset="utf-8"><title>סיכום</title></head><body><h1>סיכום בדיקות</h1><p>המוגלובין 13.1, ללא שינוי. ביקורת בעוד שנה.</p></body></html>',
        ),
    },
  ),
  odd(
    118,
    { title: '診療情報提供書', author: '佐藤 花子' },
    {
      contentType: 'text/plain; charset=utf-8',
      body: () => utf8('紹介目的: 定期検査のお願い。\n血圧 118/70 mmHg、体重 61 kg。\n'),
    },
  ),
  odd(119, { title: 'Entered in error' }, note('Filed by mistake.'), {
    status: 'entered-in-error',
    docStatus: 'entered-in-error',
  }),
  odd(120, { title: 'Restricted' }, note('For few eyes.'), {
    quirk: (resource) => ({
      ...resource,
      securityLabel: [
        {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
              code: 'R',
              display: 'restricted',
            },
          ],
        },
      ],
    }),
  }),
  odd(121, { title: 'Status that nobody knows' }, note('Its status is of local make.'), {
    quirk: (resource) => ({ ...resource, status: 'x-in-limbo' }),
  }),
  odd(122, { title: 'Without content' }, note(''), { renditions: [] }),
  odd(123, { title: 'Markup <b>in</b> the title & more' }, note('Title as written.')),
  odd(124, { title: 'PDF that fails beside an HTML that works' }, note(''), {
    renditions: [
      { id: 'OD-124P', contentType: 'application/pdf', body: () => utf8('%PDF-1.4\n%%EOF') },
      {
        id: 'OD-124H',
        contentType: 'text/html',
        body: () => utf8(page('HTML that works', 'Read me instead.')),
      },
    ],
  }),
  describe(
    {
      id: '42000130',
      title: 'Filed in two places',
      kind: 'imaging',
      date: '2022-09-03T10:00:00-05:00',
      author: 'Daniel Brandt, MD',
      organisation,
    },
    [shared],
  ),
  describe(
    {
      id: '42000131',
      title: 'Filed in two places',
      kind: 'other',
      date: '2022-09-03T10:00:00-05:00',
      author: 'Daniel Brandt, MD',
      organisation,
    },
    [shared],
  ),
];

function attachmentOf(resource: Resource): Resource {
  const content: unknown = resource['content'];
  const first: unknown = Array.isArray(content) ? content[0] : undefined;
  const attachment: unknown =
    typeof first === 'object' && first !== null && 'attachment' in first
      ? first.attachment
      : undefined;
  return typeof attachment === 'object' && attachment !== null ? { ...attachment } : {};
}
