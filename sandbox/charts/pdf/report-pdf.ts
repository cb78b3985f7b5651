import { printedDate, type Block, type Item, type Report } from '../report.ts';
import { Flow, type FlowOptions } from './flow.ts';

/** A report as a text PDF: heading, patient line, sections, signature. */
export async function reportPdf(report: Report, options: FlowOptions = {}): Promise<Uint8Array> {
  const flow = await Flow.start(report, options);
  writeHeading(flow, report);
  writeBody(flow, report);
  return flow.save();
}

export function writeHeading(flow: Flow, report: Report): void {
  flow.text(report.organisation, { size: 14, bold: true, colour: [0.07, 0.25, 0.42], after: 0 });
  flow.text(report.department, { size: 9.5, colour: [0.35, 0.35, 0.35] });
  flow.rule();
  flow.text(report.title, { size: 13, bold: true });
  flow.text(
    `Patient: ${report.patient.name}    MRN: ${report.patient.mrn}    Born: ${printedDate(report.patient.birthDate)}    Sex: ${report.patient.sex}`,
    { size: 9, after: 1 },
  );
  flow.text(`Date: ${printedDate(report.date)}    Status: ${report.status}`, { size: 9 });
  flow.rule();
}

export function writeBody(flow: Flow, report: Report): void {
  if (report.addendum !== undefined) {
    flow.text(`ADDENDUM ${printedDate(report.addendum.date)}, ${report.addendum.author}`, {
      bold: true,
    });
    flow.text(report.addendum.text, { after: 10 });
  }
  for (const { heading, blocks } of report.sections) {
    flow.need(40);
    if (heading !== '') flow.text(heading, { bold: true, size: 11, after: 2 });
    for (const block of blocks) writeBlock(flow, block);
    flow.y -= 4;
  }
  flow.text(`Signed by ${report.author}, ${printedDate(report.date)}`, { size: 9 });
}

function writeBlock(flow: Flow, block: Block): void {
  if (typeof block === 'string') flow.text(block);
  else if ('list' in block) writeItems(flow, block.list, 10);
  else if ('table' in block) flow.table(block.table.head, block.table.rows);
  else if ('pairs' in block) {
    for (const [label, value] of block.pairs) flow.text(`${label}: ${value}`, { after: 1 });
  } else {
    for (const line of block.pre.split('\n')) flow.text(line, { mono: true, size: 8.5, after: 0 });
  }
}

function writeItems(flow: Flow, items: readonly Item[], indent: number): void {
  for (const item of items) {
    flow.text(`\u2022 ${typeof item === 'string' ? item : item.text}`, { indent, after: 1 });
    if (typeof item !== 'string') writeItems(flow, item.items, indent + 14);
  }
}
