/** What a reader can do with the open document, as clicks and typing in the page itself. */
import { t } from '../src/messages/messages.ts';
import type { RendererCapabilities } from '../src/renderers/renderer.ts';

type Capabilities = RendererCapabilities | undefined;

export type Acts = Readonly<Record<string, () => void | Promise<void>>>;

/** Where nothing was inserted or deleted, there is nothing to press. */
export const ofRevisions: ReadonlySet<string> = new Set([
  'leave out deleted text',
  'mark deleted text',
  'close the menu again',
]);

export function createActs(host: HTMLElement, capabilities: () => Capabilities): Acts {
  const press = (text: string, within: ParentNode = host): void => {
    const button = [...within.querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === text,
    );
    if (button === undefined) throw new Error(`No button “${text}”.`);
    button.click();
  };
  const pressIn = async (menu: string, text: string): Promise<void> => {
    press(menu);
    await afterFrame();
    press(text);
  };
  const type = async (words: string): Promise<void> => {
    for (let end = 1; end <= words.length; end += 1) {
      fill(host.querySelector('.cda-tools input'), words.slice(0, end));
      await afterFrame();
    }
  };
  const sections = (): readonly HTMLElement[] => [
    ...host.querySelectorAll<HTMLElement>('.cda-sections > .cda-section'),
  ];
  const largest = (): HTMLElement => {
    const [first] = sections().toSorted(
      (a, b) => b.getElementsByTagName('tr').length - a.getElementsByTagName('tr').length,
    );
    if (first === undefined) throw new Error('No section.');
    return first;
  };
  const fold = (): void =>
    largest().querySelector<HTMLElement>('.cda-section-head .cda-fold-button')?.click();
  const jump = (at: number): void => {
    host.querySelectorAll<HTMLElement>('.cda-contents a').item(at).click();
  };
  const tools = async (text: string): Promise<void> => {
    const section = largest();
    if (section.querySelector('.cda-section-tools') === null) {
      section.querySelector<HTMLElement>('.cda-section-more')?.click();
      await afterFrame();
    }
    press(text, section);
  };
  const find = (query: string): Promise<void> =>
    new Promise((resolve) => {
      capabilities()?.find?.search(query, ({ complete }) => {
        if (complete) resolve();
      });
    });
  const again = async (step: () => void): Promise<void> => {
    for (let turn = 0; turn < 8; turn += 1) {
      step();
      await afterFrame();
    }
  };
  return {
    'filter typed, a common letter': () => type('e'),
    'filter typed, a word': () => type('potassium'),
    'filter typed, nothing has it': () => type('qqq'),
    'filter cleared': () => fill(host.querySelector('.cda-tools input'), ''),
    'collapse all': () => press(t('cda.collapseAll')),
    'expand all': () => press(t('cda.expandAll')),
    'fold the largest section': fold,
    'unfold the largest section': fold,
    'condense on': () => press(t('cda.condense')),
    'print while condensed': () => capabilities()?.print?.(),
    'condense off': () => press(t('cda.condense')),
    'one section at a time': () => pressIn(t('cda.view'), t('cda.single')),
    'next section': () => jump(1),
    'the largest section': () => jump(sections().indexOf(largest())),
    'all sections': () => press(t('cda.single')),
    'close the menu': () => press(t('cda.view')),
    'only the largest section': () => tools(t('cda.section.only')),
    'only it no more': () => tools(t('cda.section.only')),
    'move the largest section up': () => tools(t('cda.section.up')),
    'show as authored': () => press(t('cda.bar.asAuthored')),
    'use my view': () => press(t('cda.bar.mine')),
    'move the largest section down': () => tools(t('cda.section.down')),
    'leave out deleted text': () => pressIn(t('cda.view'), t('cda.final')),
    'mark deleted text': () => press(t('cda.final')),
    'close the menu again': () => press(t('cda.view')),
    'find a common letter': () => find('e'),
    'find a word letter by letter': async () => {
      for (const query of ['p', 'po', 'pot', 'pota']) {
        capabilities()?.find?.search(query, () => undefined);
        await afterFrame();
      }
      await find('potassium');
    },
    'next match, eight times': () => again(() => capabilities()?.find?.next()),
    'previous match, eight times': () => again(() => capabilities()?.find?.previous()),
    'find a rare word': () => find('1234'),
    'find what is not there': () => find('qqq'),
    'find cleared': () => capabilities()?.find?.clear(),
    'jump to the last section': () => jump(sections().length - 1),
    'jump to the first section': () => jump(0),
    'source of the largest section': () => tools(t('cda.section.source')),
    'source closed': () => document.querySelector('dialog')?.querySelector('button')?.click(),
    print: () => capabilities()?.print?.(),
  };
}

function fill(input: Element | null, value: string): void {
  if (!(input instanceof HTMLInputElement)) throw new Error('No filter.');
  // React listens to changes that it did not make itself.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const afterFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });

/** Resolves when the page has not changed for a while. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(end, QUIET);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, QUIET);
    });
    function end(): void {
      observer.disconnect();
      resolve();
    }
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  });
}

const QUIET = 400;
