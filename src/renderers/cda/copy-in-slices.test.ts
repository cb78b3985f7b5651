// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyInSlices, type CopyRules } from './copy-in-slices.ts';

const rules: CopyRules = {
  leftOut: 'nav, [data-tools]',
  unwrapped: 'button',
  change: (copy) => copy.removeAttribute('hidden'),
};

const add = (parent: Element, tag: string, text = ''): HTMLElement => {
  const element = document.createElement(tag);
  if (text !== '') element.append(text);
  parent.append(element);
  return element;
};

function pageOf(build: (source: HTMLElement) => void) {
  const source = add(document.body, 'main');
  build(source);
  const into = document.implementation.createHTMLDocument().body;
  return { source, into };
}

async function copied(build: (source: HTMLElement) => void): Promise<string> {
  const { source, into } = pageOf(build);
  await copyInSlices(source, into, rules).done;
  return into.innerHTML;
}

/** Where each step takes a millisecond, more than one slice takes. */
function longPage(source: HTMLElement): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
  for (let part = 0; part < 40; part += 1) {
    const section = add(source, 'section');
    for (let line = 0; line < 40; line += 1) add(section, 'p', `line ${part}.${line} `);
  }
}

describe('A copy made in slices', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    document.body.replaceChildren();
  });

  it.each<{ title: string; input: (source: HTMLElement) => void; expected: string }>([
    {
      title: 'has words and elements in their order',
      input: (source) => {
        source.append('before');
        const row = add(add(add(source, 'table'), 'tbody'), 'tr');
        add(row, 'td', 'one').append(' two');
        add(row, 'td', 'three');
        source.append('after');
      },
      expected:
        '<main>before<table><tbody><tr><td>one two</td><td>three</td></tr></tbody></table>after</main>',
    },
    {
      title: 'keeps attributes',
      input: (source) => {
        add(source, 'p', 'words').className = 'cda-paragraph';
      },
      expected: '<main><p class="cda-paragraph">words</p></main>',
    },
    {
      title: 'leaves out what the rules leave out, with all that is inside',
      input: (source) => {
        add(add(source, 'nav'), 'a', 'Results');
        add(source, 'p', 'words').dataset['tools'] = '';
        add(source, 'p', 'more');
      },
      expected: '<main><p>more</p></main>',
    },
    {
      title: 'keeps what is inside of what is unwrapped',
      input: (source) => {
        add(add(add(source, 'h3'), 'button', 'Vital '), 'b', 'Signs');
      },
      expected: '<main><h3>Vital <b>Signs</b></h3></main>',
    },
    {
      title: 'changes each element as the rules say',
      input: (source) => {
        source.hidden = true;
        add(source, 'p', 'folded').hidden = true;
      },
      expected: '<main><p>folded</p></main>',
    },
  ])('$title', async ({ input, expected }) => {
    expect(await copied(input)).toBe(expected);
  });

  it('has every word of a long page', async () => {
    const { source, into } = pageOf(longPage);
    await copyInSlices(source, into, rules).done;
    expect(into.textContent).toBe(source.textContent);
    expect(into.querySelectorAll('p')).toHaveLength(40 * 40);
  });

  it('belongs to the other document', async () => {
    const { source, into } = pageOf((page) => void add(page, 'p', 'words'));
    await copyInSlices(source, into, rules).done;
    expect(into.querySelector('p')?.ownerDocument).toBe(into.ownerDocument);
  });

  it('has what came while it was made, and nothing twice', async () => {
    const { source, into } = pageOf((page) => void add(page, 'p', 'first'));
    const { done } = copyInSlices(source, into, rules);
    add(source, 'p', 'second');
    await done;
    expect(into.innerHTML).toBe('<main><p>first</p><p>second</p></main>');
  });

  it('begins again where the page changes behind what was copied', async () => {
    const { source, into } = pageOf(longPage);
    const first = source.querySelector('p');
    let lines = 0;
    const change = (copy: Element): void => {
      if (copy.tagName === 'P') lines += 1;
      if (lines === 1200) first?.replaceChildren('changed');
    };
    await copyInSlices(source, into, { ...rules, change }).done;
    expect(into.querySelector('p')?.textContent).toBe('changed');
    expect(into.textContent).toBe(source.textContent);
  });

  it('does not begin again for what is left out', async () => {
    const { source, into } = pageOf(longPage);
    const away = add(source, 'nav');
    let beginnings = 0;
    const change = (copy: Element): void => {
      if (copy.tagName === 'MAIN') beginnings += 1;
      if (copy.tagName === 'SECTION') away.replaceChildren('current');
    };
    await copyInSlices(source, into, { ...rules, change }).done;
    expect(beginnings).toBe(1);
  });

  it('ends on a page that never rests, with every element once', async () => {
    const { source, into } = pageOf(longPage);
    const restless = add(source, 'p', 'restless');
    let beginnings = 0;
    const change = (copy: Element): void => {
      if (copy.tagName !== 'MAIN') return;
      beginnings += 1;
      restless.replaceChildren(`restless ${beginnings}`);
    };
    await copyInSlices(source, into, { ...rules, change }).done;
    expect(beginnings).toBeGreaterThan(1);
    expect(into.querySelectorAll('p')).toHaveLength(40 * 40 + 1);
  });

  it('makes nothing more once it is cancelled', async () => {
    const { source, into } = pageOf((page) => void add(page, 'p', 'words'));
    copyInSlices(source, into, rules).cancel();
    await copyInSlices(source, document.createElement('div'), rules).done;
    expect(into.innerHTML).toBe('');
  });
});
