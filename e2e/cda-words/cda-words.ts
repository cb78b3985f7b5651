/** The words that a CDA document must show, the words that the page shows, and how they differ. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';

export interface SectionWords {
  readonly words: readonly string[];
  /** Of each table the number of cells of each row. */
  readonly tables: readonly (readonly number[])[];
  readonly entries: number;
}

interface ShownSection extends Omit<SectionWords, 'entries'> {
  /** Position among the sections of the document, from 0. */
  readonly at: number;
  readonly name: string;
  readonly underEmptyLine: boolean;
  /** Words that cannot be seen although they are on the page. */
  readonly unseen: readonly string[];
}

export interface ShownWords {
  readonly sections: readonly ShownSection[];
  readonly emptyLine: string;
}

const script = fileURLToPath(new URL('./expected-words.mjs', import.meta.url));

/** What the document says, read by another program in another process. */
export function expectedWords(bytes: Uint8Array): readonly SectionWords[] {
  const child = spawnSync(process.execPath, [script], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as SectionWords[];
}

/** Waits until the document is on the page to its last section. */
export async function wholeDocument(page: Page): Promise<void> {
  const sections = page.locator('.cda-sections');
  await expect(sections).toHaveAttribute('aria-busy', 'false');
}

/** What the page shows: the author's words only, those that the app adds left out. */
export function shownWords(page: Page): Promise<ShownWords> {
  return page.evaluate(() => {
    const added = '[data-added], button:not(.cda-fold-button), summary';
    const isBlock = new Map<Element, boolean>();
    const block = (element: Element): boolean => {
      const known = isBlock.get(element);
      if (known !== undefined) return known;
      const is =
        element.tagName === 'BR' || !/^(inline|contents)$/.test(getComputedStyle(element).display);
      isBlock.set(element, is);
      return is;
    };
    const cut = new Map<Element, boolean>();
    /** Whether the element, or one around it, leaves no room for its words or cuts them off. */
    const isCut = (element: Element): boolean => {
      const known = cut.get(element);
      if (known !== undefined) return known;
      const style = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      const is =
        (clips && style.display !== 'inline' && (width <= 1 || height <= 1)) ||
        style.clipPath !== 'none' ||
        (style.clip !== 'auto' && /^(absolute|fixed)$/.test(style.position)) ||
        Number.parseFloat(style.fontSize) < 1 ||
        (element.parentElement !== null && isCut(element.parentElement));
      cut.set(element, is);
      return is;
    };
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({
        checkOpacity: true,
        checkVisibilityCSS: true,
        contentVisibilityAuto: false,
      }) && !isCut(element);
    const wordsOf = (root: Element) => {
      let text = '';
      const unseen: string[] = [];
      const walk = (node: Node): void => {
        if (node instanceof Text) {
          text += node.data;
          if (/\S/.test(node.data) && node.parentElement !== null && !isSeen(node.parentElement))
            unseen.push(node.data.trim());
        } else if (node instanceof Element) {
          if (node.matches(added)) {
            text += ' ';
            return;
          }
          if (block(node)) text += '\n';
          node.childNodes.forEach(walk);
          if (block(node)) text += '\n';
        }
      };
      walk(root);
      return { words: text.split(/\s+/).filter((word) => word !== ''), unseen };
    };
    const sections = [...document.querySelectorAll('section.cda-section')].map((section) => ({
      at: Number(/section-(\d+)$/.exec(section.id)?.[1]) - 1,
      name:
        document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent ?? '',
      underEmptyLine: section.closest('.cda-empty') !== null,
      ...wordsOf(section),
      tables: [...section.querySelectorAll('table')]
        .filter((table) => table.closest('[data-added]') === null)
        .map((table) =>
          [...table.querySelectorAll('tr')]
            .filter((row) => row.closest('table') === table)
            .map((row) => row.querySelectorAll(':scope > :is(td, th)').length),
        ),
    }));
    return {
      sections,
      emptyLine: document.querySelector('.cda-empty > summary')?.textContent ?? '',
    };
  });
}

/** Every difference in words; none when nothing is lost, moved, doubled or out of sight. */
export function differences(expected: readonly SectionWords[], shown: ShownWords): string[] {
  const found: string[] = [];
  const inView = shown.sections.filter(({ underEmptyLine }) => !underEmptyLine);
  const folded = shown.sections.filter(({ underEmptyLine }) => underEmptyLine);
  for (const group of [inView, folded]) {
    const places = group.map(({ at }) => at);
    if (places.some((at, index) => index > 0 && at <= (places[index - 1] ?? -1)))
      found.push(`sections out of order: ${places.join(', ')}`);
  }
  const places = shown.sections.map(({ at }) => at).sort((a, b) => a - b);
  if (places.join() !== expected.map((_, at) => at).join())
    found.push(`sections ${places.join()} of ${expected.length}`);
  for (const section of shown.sections) {
    const wanted = expected[section.at];
    if (wanted === undefined) continue;
    const at = wanted.words.findIndex((word, index) => word !== section.words[index]);
    if (at >= 0)
      found.push(
        `${section.name}: word ${at} should be "${wanted.words[at]}" but is "${section.words[at]}"`,
      );
    else if (section.words.length > wanted.words.length)
      found.push(`${section.name}: more words from "${section.words[wanted.words.length]}" on`);
    if (JSON.stringify(section.tables) !== JSON.stringify(wanted.tables))
      found.push(
        `${section.name}: tables ${JSON.stringify(section.tables)}, not ${JSON.stringify(wanted.tables)}`,
      );
    if (section.underEmptyLine) {
      if (wanted.entries > 0) found.push(`${section.name}: folded although it has entries`);
      if (!shown.emptyLine.includes(section.name.trim()))
        found.push(`${section.name}: not named by "${shown.emptyLine}"`);
    } else if (section.unseen.length > 0) {
      found.push(`${section.name}: out of sight: ${section.unseen.join(' ')}`);
    }
  }
  if (folded.length > 0 && !shown.emptyLine.includes(String(folded.length)))
    found.push(`${folded.length} folded sections, but "${shown.emptyLine}"`);
  return found;
}

/** Takes one word out of what is shown, the `at`-th of all (modulo their number). */
export async function deleteWord(page: Page, at: number): Promise<string> {
  return await page.evaluate((wanted) => {
    const nodes: Text[] = [];
    for (const section of document.querySelectorAll('section.cda-section')) {
      const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (
          node instanceof Text &&
          /\S/.test(node.data) &&
          node.parentElement?.closest('[data-added], button:not(.cda-fold-button), summary') ===
            null
        )
          nodes.push(node);
      }
    }
    const node = nodes[wanted % nodes.length];
    if (node === undefined) return '';
    const word = /\S+/.exec(node.data)?.[0] ?? '';
    node.data = node.data.replace(word, '');
    return word;
  }, at);
}
