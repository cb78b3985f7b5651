import { degrees, PDFDocument, PDFName, PDFString, rgb } from 'pdf-lib';
import { scannedSheet } from '../images/pictures.ts';
import { printedDate, type Report } from '../report.ts';
import { Flow, letterSize } from './flow.ts';
import { addLink, addOutline, addPicture, labelPages } from './structure.ts';
import { writeBody, writeHeading } from './report-pdf.ts';

/** Pages that are pictures only: no text can be found or copied. */
export function scanPdf(
  sheets: readonly (readonly string[])[],
): (report: Report) => Promise<Uint8Array> {
  return async (report) => {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.setTitle(report.title);
    document.setCreationDate(new Date(report.date));
    document.setModificationDate(new Date(report.date));
    for (const sheet of sheets) {
      await addPicture(document, document.addPage([612, 792]), scannedSheet(sheet));
    }
    return document.save({ useObjectStreams: false, objectsPerTick: Infinity });
  };
}

/** A form with fields to fill: text, boxes, a choice of one, a list. */
export async function formPdf(report: Report): Promise<Uint8Array> {
  const flow = await Flow.start(report);
  writeHeading(flow, report);
  writeBody(flow, report);
  flow.y -= 20;
  const form = flow.document.getForm();
  const rowAt = (label: string, drop = 30): number => {
    flow.need(drop + 10);
    flow.y -= drop;
    flow.page.drawText(label, { x: flow.left, y: flow.y + 5, size: 10, font: flow.fonts.plain });
    return flow.y;
  };
  const name = form.createTextField('patient.name');
  name.setText(report.patient.name);
  name.addToPage(flow.page, { x: 220, y: rowAt('Patient name'), width: 260, height: 20 });
  const contact = form.createTextField('emergency.contact');
  contact.setText('Peter Smart, husband, 555-010-0149');
  contact.addToPage(flow.page, { x: 220, y: rowAt('Person to call'), width: 260, height: 20 });
  for (const [key, label, checked] of [
    ['epidural', 'I agree to epidural anesthesia', true],
    ['spinal', 'I agree to spinal anesthesia if a cesarean is needed', true],
    ['general', 'I have eaten within the last six hours', false],
  ] as const) {
    const box = form.createCheckBox(`consent.${key}`);
    box.addToPage(flow.page, { x: 420, y: rowAt(label, 24), width: 14, height: 14 });
    if (checked) box.check();
  }
  const interpreter = form.createRadioGroup('interpreter');
  const y = rowAt('Interpreter needed     yes                   no');
  interpreter.addOptionToPage('yes', flow.page, { x: 185, y, width: 14, height: 14 });
  interpreter.addOptionToPage('no', flow.page, { x: 240, y, width: 14, height: 14 });
  interpreter.select('no');
  const language = form.createDropdown('language');
  language.addOptions(['English', 'Spanish', 'Hmong', 'Polish']);
  language.select('English');
  language.addToPage(flow.page, { x: 220, y: rowAt('Preferred language'), width: 160, height: 20 });
  return flow.save();
}

/** Landscape: a plan in three coloured zones above the report's text. */
export async function landscapePdf(report: Report): Promise<Uint8Array> {
  const flow = await Flow.start(report, { size: [792, 612], margin: 40 });
  writeHeading(flow, report);
  const colours = [rgb(0.82, 0.93, 0.8), rgb(0.99, 0.94, 0.72), rgb(0.97, 0.8, 0.78)];
  for (const [index, { heading, blocks }] of report.sections.entries()) {
    flow.need(110);
    flow.page.drawRectangle({
      x: flow.left,
      y: flow.y - 104,
      width: flow.width,
      height: 104,
      color: colours[index % 3] ?? rgb(1, 1, 1),
    });
    const bottom = flow.y - 112;
    flow.text(heading, { bold: true, size: 13, indent: 10 });
    for (const block of blocks) {
      if (typeof block === 'string') flow.text(block, { indent: 10, size: 11 });
      else if ('list' in block) {
        for (const item of block.list) {
          flow.text(`\u2022 ${typeof item === 'string' ? item : item.text}`, {
            indent: 18,
            size: 11,
            after: 1,
          });
        }
      }
    }
    flow.y = bottom;
  }
  return flow.save();
}

/** Two columns of small print, as newsletters and some letters have. */
export async function columnsPdf(report: Report): Promise<Uint8Array> {
  const flow = await Flow.start(report, { columns: 2, margin: 48 });
  writeHeading(flow, report);
  writeBody(flow, report);
  return flow.save();
}

/** Letter, A4, a landscape strip and a page turned by 90 degrees in one file. */
export async function mixedSizesPdf(report: Report): Promise<Uint8Array> {
  const flow = await Flow.start(report);
  writeHeading(flow, report);
  writeBody(flow, report);
  const sizes = [
    ['A4 sheet: equipment check', 595, 842, 0],
    ['Monitor strip', 842, 300, 0],
    ['Chart sheet filed sideways', 612, 792, 90],
    ['Card: airway', 360, 216, 0],
  ] as const;
  for (const [title, width, height, turn] of sizes) {
    const page = flow.document.addPage([width, height]);
    page.setRotation(degrees(turn));
    page.drawText(`${title} - ${report.patient.name}`, {
      x: 30,
      y: height - 40,
      size: 12,
      font: flow.fonts.bold,
    });
    for (let minute = 0; minute < 15; minute += 1) {
      const x = 30 + (minute * (width - 60)) / 15;
      const reach = (height - 120) / 2;
      page.drawLine({
        start: { x, y: 40 + reach + Math.sin(minute) * reach * 0.6 },
        end: { x: x + (width - 60) / 15, y: 40 + reach + Math.sin(minute + 1) * reach * 0.6 },
        thickness: 1.4,
        color: rgb(0.1, 0.35, 0.6),
      });
      page.drawText(String(minute * 5), { x, y: 24, size: 7, font: flow.fonts.plain });
    }
  }
  return flow.save();
}

/**
 * Forty pages with bookmarks, labels (i, ii, then 1 to 38) and links from the contents: a record released as one file.
 * `chapters` are the reports it holds.
 */
export function bundlePdf(
  chapters: () => readonly Report[],
  pages = 40,
): (report: Report) => Promise<Uint8Array> {
  return async (report) => {
    const flow = await Flow.start(report, {
      size: letterSize,
      onPage: (at) => {
        at.page.drawText(
          `${report.patient.name}   MRN ${report.patient.mrn}   Sheet ${at.document.getPageCount()}`,
          { x: 54, y: 30, size: 8, font: at.fonts.plain },
        );
      },
    });
    writeHeading(flow, report);
    writeBody(flow, report);
    const marks: { title: string; page: number }[] = [];
    flow.breakPage();
    flow.text('Contents', { size: 16, bold: true });
    const contentsPage = flow.page;
    const contentsTop = flow.y;
    for (const chapter of chapters()) {
      flow.breakPage();
      marks.push({ title: chapter.title, page: flow.document.getPageCount() - 1 });
      writeHeading(flow, chapter);
      writeBody(flow, chapter);
    }
    const start = new Date(report.date).getTime() - 4 * 86_400_000;
    marks.push({ title: 'Hourly nursing observations', page: flow.document.getPageCount() });
    for (let sheet = 1; flow.document.getPageCount() < pages; sheet += 1) {
      flow.breakPage();
      const day = new Date(start + sheet * 2 * 3_600_000).toISOString();
      flow.text(`Nursing observations, sheet ${sheet}`, { size: 13, bold: true });
      flow.text(`${printedDate(day)} UTC onwards, every 15 minutes`, { size: 9 });
      flow.table(
        ['Time', 'Pulse', 'Blood pressure', 'SpO2', 'Temp (C)', 'Pain', 'Remark'],
        Array.from({ length: 8 }, (_, row) => [
          new Date(start + sheet * 7_200_000 + row * 900_000).toISOString().slice(11, 16),
          String(96 - sheet + ((row * 7) % 5)),
          `${134 - (row % 4) * 3}/${82 - (row % 3) * 2}`,
          `${96 + (row % 3)} %`,
          (37.6 - sheet * 0.02 + (row % 2) * 0.1).toFixed(1),
          `${Math.max(0, 5 - Math.floor(sheet / 6))}/10`,
          row === 3 ? 'Turned, deep breaths' : '',
        ]),
        [1, 1, 1.6, 1, 1.2, 1, 2.4],
      );
    }
    for (const [index, mark] of marks.entries()) {
      const y = contentsTop - 18 * (index + 1);
      contentsPage.drawText(`${mark.title}  .....  ${mark.page - 1}`, {
        x: 60,
        y,
        size: 11,
        font: flow.fonts.plain,
        color: rgb(0.05, 0.25, 0.6),
      });
      addLink(flow.document, contentsPage, [60, y - 3, 500, y + 11], mark.page);
    }
    addOutline(flow.document, [
      { title: 'Cover', page: 0 },
      { title: 'Contents', page: 1 },
      ...marks,
    ]);
    labelPages(flow.document, 2);
    flow.document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
    flow.document.catalog.set(PDFName.of('Lang'), PDFString.of('en-US'));
    return flow.save();
  };
}
