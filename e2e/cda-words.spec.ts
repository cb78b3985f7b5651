/** The oracle of the content tests sees what a reader sees: words that are on the page are not always in sight. */
import { expect, test } from '@playwright/test';
import { shownWords } from './cda-words/cda-words.ts';

const hidings = [
  { title: 'not laid out', style: 'display: none' },
  { title: 'hidden', style: 'visibility: hidden' },
  { title: 'transparent', style: 'opacity: 0' },
  { title: 'cut to nothing', style: 'overflow: hidden; width: 0; height: 0' },
  { title: 'cut to a point', style: 'position: absolute; overflow: hidden; width: 1px; height: 1px' },
  { title: 'clipped', style: 'clip-path: inset(50%)' },
  { title: 'clipped the old way', style: 'position: absolute; clip: rect(0, 0, 0, 0)' },
  { title: 'too small to read', style: 'font-size: 0' },
]; // prettier-ignore

for (const { title, style } of hidings) {
  test(`words that are ${title} are out of sight`, async ({ page }) => {
    await page.setContent(
      `<section class="cda-section" id="section-1"><p>seen</p><div style="${style}"><b>unseen</b></div></section>`,
    );
    const { sections } = await shownWords(page);
    expect(sections.map(({ words, unseen }) => ({ words, unseen }))).toEqual([
      { words: ['seen', 'unseen'], unseen: ['unseen'] },
    ]);
  });
}

test('words further down a box that scrolls are in sight', async ({ page }) => {
  await page.setContent(
    '<section class="cda-section" id="section-1"><div style="overflow: auto; height: 20px"><p>a</p><p>b</p></div></section>',
  );
  const { sections } = await shownWords(page);
  expect(sections.map(({ unseen }) => unseen)).toEqual([[]]);
});
