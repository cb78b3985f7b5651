/**
 * A reader that does what PDFs ask for, with pdf.js as its eyes and all of its protections thrown away: code is run,
 * addresses are opened, names and titles become markup. Run in the control's page.
 */
export async function readPdfNaively([origin = '', file = '']: readonly string[]): Promise<void> {
  const host = document.querySelector('#report') ?? document.body;
  const own = document.createElement('div');
  host.append(own);
  const run = (code: unknown): void => {
    const app = { launchURL: (address: string) => window.open(address) };
    try {
      new Function('app', String(code))(app);
    } catch {
      // Not every snippet is for this program.
    }
  };
  const valuesOf = (given: unknown): unknown[] =>
    given instanceof Map ? [...given.values()] : typeof given === 'object' && given !== null ? Object.values(given) : [];
  const runAll = (actions: unknown): void => {
    for (const code of valuesOf(actions).flat()) run(code);
  };
  const markup = (text: unknown): void => own.insertAdjacentHTML('beforeend', `<div>${String(text ?? '')}</div>`);
  const frame = (content: BlobPart): void => {
    const made = document.createElement('iframe');
    made.src = URL.createObjectURL(new Blob([content], { type: 'text/html' }));
    own.append(made);
  };
  interface Described { readonly name?: string; readonly value?: string; readonly attributes?: Record<string, unknown>; readonly children?: readonly Described[] }
  const build = ({ name = '#text', value, attributes = {}, children = [] }: Described): Node => {
    if (name === '#text') return document.createTextNode(value ?? '');
    const made = document.createElement(name);
    for (const [key, given] of Object.entries(attributes)) if (typeof given === 'string') made.setAttribute(key, given);
    made.append(value ?? '', ...children.map(build));
    return made;
  };

  const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());
  const source = new TextDecoder('latin1').decode(bytes);
  const [, width = '0', height = '0'] = /\/Width (\d+)\/Height (\d+)/.exec(source) ?? [];
  if (Number(width) * Number(height) > 100_000_000) {
    host.setAttribute('data-endless', `an image of ${width} × ${height}`);
    return;
  }
  for (const [, address = ''] of source.matchAll(/<image href="([^"]+)"/g)) own.append(Object.assign(new Image(), { src: address }));

  const pdfjs = await import(`${origin}/pdfjs/legacy/build/pdf.mjs`);
  pdfjs.GlobalWorkerOptions.workerSrc = `${origin}/pdfjs/legacy/build/pdf.worker.mjs`;
  try {
    const pdf = await pdfjs.getDocument({ data: bytes, enableXfa: true, isEvalSupported: true, verbosity: 0 }).promise;
    runAll(await pdf.getJSActions());
    const { info } = await pdf.getMetadata();
    for (const text of [info?.Title, info?.Author, ...((await pdf.getPageLabels()) ?? [])]) markup(text);
    for (const { title } of (await pdf.getOutline()) ?? []) markup(title);
    for (const id of (await pdf.getAttachments())?.keys() ?? []) frame(await pdf.getAttachmentContent(id));
    for (const objects of valuesOf(await pdf.getFieldObjects()) as { actions?: unknown }[][]) for (const { actions } of objects) runAll(actions);
    const page = await pdf.getPage(1);
    runAll(await page.getJSActions());
    const form = await page.getXfa();
    if (form) own.append(build(form));
    const { items } = await page.getTextContent();
    const words = items.map(({ str }: { str: string }) => str).join(' ');
    own.append(words);
    for (const one of await page.getAnnotations()) {
      runAll(one.actions);
      markup(one.contentsObj?.str);
      markup(one.titleObj?.str);
      if (one.fieldName) own.append(Object.assign(document.createElement('input'), { id: one.fieldName, value: one.fieldValue ?? '' }));
      if (one.fileId !== undefined) frame(await pdf.getAttachmentContent(one.fileId));
      // pdf.js keeps the code of links to itself; other readers run it.
      const [, code] = one.subtype === 'Link' ? (/\/S\/JavaScript\/JS <(\w+)>/.exec(source) ?? []) : [];
      const letters = code?.match(/../g)?.map((pair) => String.fromCharCode(parseInt(pair, 16)));
      if (letters) own.addEventListener('click', () => run(letters.join('')));
      const address = one.unsafeUrl ?? one.url;
      if (address === undefined) continue;
      const link = Object.assign(document.createElement('a'), { href: address, textContent: words });
      const [left = 0, bottom = 0, right = 0, top = 0] = one.rect;
      if (right - left > 2000) link.setAttribute('style', `position:fixed;left:${left}px;top:0;width:${right - left}px;height:${top - bottom}px;z-index:9`);
      else own.replaceChildren(link);
      own.append(link);
      if (/^https?:/.test(address)) window.open(address);
    }
    const view = page.getViewport({ scale: 1 });
    if (view.width * view.height > 268_000_000) host.setAttribute('data-endless', `a page of ${view.width} × ${view.height}`);
  } catch {
    own.append('It could not be read.');
  }
} // prettier-ignore
