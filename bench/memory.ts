import type { BenchPage } from './bench-page.ts';
import { openOn } from './openings.ts';

/** Heap of the page after 5 and after 50 openings, in bytes, collected first. */
export async function measureMemory(
  bench: BenchPage,
  name: string,
): Promise<{ readonly after5: number; readonly after50: number }> {
  const page = await bench.newPage();
  const cdp = await page.context().newCDPSession(page);
  const heap = async (): Promise<number> => {
    await cdp.send('HeapProfiler.collectGarbage');
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize;
  };
  let after5 = 0;
  for (let opening = 1; opening <= 50; opening += 1) {
    await openOn(page, name);
    if (opening === 5) after5 = await heap();
  }
  const after50 = await heap();
  await page.close();
  return { after5, after50 };
}
