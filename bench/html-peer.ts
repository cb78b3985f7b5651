/** The peer: DOMPurify as it comes, its result attached as the text of a frame, in a page without a policy. */
import createDOMPurify from 'dompurify';
import { afterPaint, inputOf, watchTasks, type HtmlMeasured } from './html-measured.ts';

const host = document.querySelector<HTMLElement>('#host') ?? document.body;

async function open(name: string): Promise<HtmlMeasured> {
  const bytes = await inputOf(name);
  const purify = createDOMPurify();
  await afterPaint();
  const tasks = watchTasks();
  const started = performance.now();
  const text = new TextDecoder().decode(bytes);
  const before = performance.now();
  const clean = purify.sanitize(text, { WHOLE_DOCUMENT: true });
  const sanitizer = performance.now() - before;
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.width = '100%';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = clean;
  host.append(frame);
  await loaded;
  const inside = frame.contentDocument;
  frame.style.height = `${Math.min(30_000, inside?.documentElement.scrollHeight ?? 0)}px`;
  await afterPaint();
  const painted = performance.now() - started;
  const longestTask = await tasks.longest();
  const elements = inside?.querySelectorAll('*').length ?? 0;
  frame.remove();
  return { painted, sanitizer, longestTask, elements };
}

window.htmlBench = { open };
