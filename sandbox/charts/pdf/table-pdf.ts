import type { Report } from '../report.ts';
import { Flow } from './flow.ts';
import { writeBody, writeHeading } from './report-pdf.ts';

/** A page of tables with small margins and a watermark behind them. */
export async function tablePdf(report: Report): Promise<Uint8Array> {
  const flow = await Flow.start(report, {
    margin: 36,
    onPage: ({ page, fonts }) => {
      page.drawText('COPY', { x: 190, y: 330, size: 96, font: fonts.bold, opacity: 0.05 });
    },
  });
  writeHeading(flow, report);
  writeBody(flow, report);
  return flow.save();
}
