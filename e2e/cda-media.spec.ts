/** Pictures of a CDA document at the place where the narrative names them, regions of interest drawn atop. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { openSummary, serveSections } from './actions/cda-sections.ts';
import { gif, png } from './actions/pictures.ts';
import { expect, test } from './fixtures.ts';

const section = (title: string, text: string, entries = ''): string =>
  `<component><section><title>${title}</title><text>${text}</text>${entries}</section></component>`;

const entry = (inner: string): string => `<entry><act classCode="ACT" moodCode="EVN"><entryRelationship typeCode="COMP">${inner}</entryRelationship></act></entry>`; // prettier-ignore

const show = (targets: string, caption = ''): string =>
  `<renderMultiMedia referencedObject="${targets}">${caption === '' ? '' : `<caption>${caption}</caption>`}</renderMultiMedia>`;

const media = (id: string, value: string): string =>
  `<observationMedia classCode="OBS" moodCode="EVN"${id === '' ? '' : ` ID="${id}"`}>${value}</observationMedia>`;

const base64 = (mediaType: string, data: string): string =>
  `<value mediaType="${mediaType}" representation="B64">${data}</value>`;

const region = (id: string, code: string, list: string, ...inside: readonly string[]): string =>
  `<regionOfInterest classCode="ROIOVL" moodCode="EVN" ID="${id}"><code code="${code}"/>${list
    .split(' ')
    .map((value) => `<value value="${value}"/>`)
    .join('')}${inside
    .map((one) => `<entryRelationship typeCode="SUBJ">${one}</entryRelationship>`)
    .join('')}</regionOfInterest>`;

const picture = (id = ''): string => media(id, base64('image/png', png(600, 300)));

const isLoaded = (images: Locator): Promise<boolean> =>
  // Of a printed copy, the classes are another frame's.
  images.evaluateAll((all) => all.every((image) => Reflect.get(image, 'naturalWidth') > 0));

/** The boxes of a picture and its mark, and where the mark's pixels (x, y) and (x + 1, y) are on the page. */
const places = (within: Locator, x: number, y: number) =>
  within.evaluate(
    (root, { x, y }) => {
      const image = root.querySelector('img');
      const mark = root.querySelector('svg.cda-region-mark');
      const shape = mark?.querySelector<SVGGraphicsElement>('circle, ellipse, polyline, path');
      const matrix = (mark?.querySelector('g') ?? undefined)?.getScreenCTM();
      if (!image || !mark || !shape || !matrix) throw new Error('No mark');
      const round = ({ x: left, y: top, width, height }: DOMRect) =>
        [left, top, width, height].map((length) => Math.round(length * 10) / 10);
      const box = image.getBoundingClientRect();
      const own = shape.getBBox();
      const at = new DOMPoint(x, y).matrixTransform(matrix);
      return {
        image: round(box),
        mark: round(mark.getBoundingClientRect()),
        pixel: [Math.round(at.x - box.x), Math.round(at.y - box.y)],
        scale: box.width / image.naturalWidth,
        width: box.width,
        own: [own.x, own.y, own.width, own.height].map((length) => Math.round(length)),
      };
    },
    { x, y },
  );

test('regions lie on their picture’s own pixels, in a wide and in a narrow window', async ({
  page,
  sandbox,
}) => {
  await serveSections(
    page,
    section('Circle', show('R1', 'Figure 1'), entry(region('R1', 'CIRCLE', '300 150 300 90', picture()))),
    section('Ellipse', show('R2'), entry(region('R2', 'ELLIPSE', '200 150 400 150 300 100 300 200', picture('P2')))),
    section('Lines', show('R3'), entry(region('R3', 'POLY', '250 100 350 100 350 200 250 100', picture()))),
    section('Points', show('R4'), entry(region('R4', 'POINT', '300 150 30 30', picture()))),
  ); // prettier-ignore
  const main = await openSummary(page, await sandbox.createSession());
  const boxes = {
    Circle: [240, 90, 120, 120],
    Ellipse: [200, 100, 200, 100],
    Lines: [250, 100, 100, 100],
    Points: [300, 150, 0, 0],
  };
  const widths = new Set<number>();
  for (const width of [1280, 400]) {
    await page.setViewportSize({ width, height: 800 });
    for (const [name, own] of Object.entries(boxes)) {
      const shown = main.getByRole('region', { name, exact: true });
      await shown.scrollIntoViewIfNeeded();
      await expect(shown.locator('svg.cda-region-mark')).toBeVisible();
      const found = await places(shown, 300, 150);
      expect(found.mark).toEqual(found.image);
      expect(found.own).toEqual(own);
      expect(found.pixel).toEqual([Math.round(300 * found.scale), Math.round(150 * found.scale)]);
      widths.add(found.width);
    }
  }
  expect(Math.max(...widths)).toBe(600);
  expect(Math.min(...widths)).toBeLessThan(400);
  await expect(main.getByText('Marked on this picture: a circle.')).toBeVisible();
  await expect(main.getByText('Marked on this picture: an ellipse.')).toBeVisible();
  await expect(main.getByText('Marked on this picture: an outline of 4 points.')).toBeVisible();
  await expect(main.getByText('Marked on this picture: 2 points.')).toBeVisible();
  await expect(main.getByText('Figure 1')).toBeVisible();
});

test('a mark is seen on black and on white, in forced colours too', async ({ page, sandbox }) => {
  await serveSections(
    page,
    section('Line', show('R'), entry(region('R', 'POLY', '0 150 600 150', picture()))),
  );
  const main = await openSummary(page, await sandbox.createSession());
  const shown = main.getByRole('region', { name: 'Line', exact: true });
  await expect(shown.locator('svg.cda-region-mark')).toBeVisible();
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors });
    await shown.locator('img').scrollIntoViewIfNeeded();
    const bytes = await shown.locator('.cda-region-picture').screenshot();
    // Down the picture, at a quarter and at three quarters of its width: ground, light, dark, light, ground.
    const columns = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('No canvas');
      context.drawImage(image, 0, 0);
      return [0.25, 0.75].map((share) => {
        const { data: pixels } = context.getImageData(Math.round(image.width * share), 0, 1, image.height);
        const lights: string[] = [];
        for (let at = 0; at < pixels.length; at += 4) {
          const [red = 0, green = 0] = pixels.slice(at, at + 2);
          const light = green > 200 ? 'white' : red > 100 ? 'mark' : red < 40 ? 'black' : undefined;
          if (light !== undefined && lights.at(-1) !== light) lights.push(light);
        }
        return lights;
      });
    }, bytes.toString('base64')); // prettier-ignore
    expect(columns).toEqual([
      ['black', 'white', 'mark', 'white', 'black'],
      ['white', 'mark', 'white'],
    ]);
  }
});

test('media are found wherever they are, as often as they are named', async ({ page, sandbox }) => {
  await serveSections(
    page,
    section('Several', show('A A GONE B', 'Two of one, one of another')),
    section('Before', show('C')),
    section(
      'Holder',
      'Words, so that its entries are skipped.',
      entry(media('A', base64('image/gif', gif))) +
        entry(`<observation><code code="1"/>${media('B', base64('image/png', png(20, 10)))}</observation>`) +
        entry(region('C', 'CIRCLE', '10 5 12 5', media('D', base64('image/png', png(20, 10))), media('', base64('image/png', png(20, 10))))),
    ),
    section('Around', show('F'), entry(media('E', `${base64('image/png', png(20, 10))}<entryRelationship typeCode="SUBJ" inversionInd="true">${region('F', 'POINT', '10 5')}</entryRelationship>`))),
  ); // prettier-ignore
  const main = await openSummary(page, await sandbox.createSession());
  const shown = (name: string) => main.getByRole('region', { name, exact: true });
  const several = shown('Several');
  await expect(several.locator('img')).toHaveCount(3);
  await expect.poll(() => isLoaded(several.locator('img'))).toBe(true);
  await expect(
    several.getByText(/named here \(\u2068GONE\u2069\) but is not in the document/),
  ).toBeVisible();
  await expect(several.getByText('Two of one, one of another')).toBeVisible();
  await expect(several.locator('svg.cda-region-mark')).toHaveCount(0);
  await expect(shown('Before').locator('img')).toHaveCount(2);
  await expect(shown('Before').locator('svg.cda-region-mark')).toHaveCount(2);
  await expect(shown('Around').locator('img')).toHaveCount(1);
  await expect(shown('Around').locator('svg.cda-region-mark')).toHaveCount(1);
  await expect(shown('Holder').locator('img')).toHaveCount(0);
});

test('what is no picture of the document is said in words, and nothing is requested', async ({
  page,
  sandbox,
}) => {
  const svg = '&lt;svg xmlns="http://www.w3.org/2000/svg"&gt;&lt;script&gt;document.title="drawn"&lt;/script&gt;&lt;image href="https://beacon.test/a.png"/&gt;&lt;/svg&gt;'; // prettier-ignore
  const elsewhere =
    '<value mediaType="image/jpeg"><reference value="https://beacon.test/hand.jpeg"/></value>';
  await serveSections(
    page,
    section('Elsewhere', show('A'), entry(media('A', elsewhere))),
    section('Marked elsewhere', show('B'), entry(region('B', 'CIRCLE', '1 1 2 2', media('', elsewhere)))),
    section('Archive', show('C'), entry(region('C', 'POINT', '1 1').replace('</regionOfInterest>', '<reference typeCode="SUBJ"><externalObservation><id root="1.2.840.7"/></externalObservation></reference></regionOfInterest>'))),
    section('Broken', show('D'), entry(media('D', base64('image/png', 'A')))),
    section('No base64', show('E'), entry(media('E', base64('image/png', '!?')))),
    section('Torn', show('F'), entry(region('F', 'POINT', '1 1', media('', base64('image/png', png(60, 30).slice(0, 24)))))),
    section('Vector', show('G'), entry(media('G', `<value mediaType="image/svg+xml">${svg}</value>`))),
    section('Nothing', show('H'), entry(media('H', ''))),
    section('Nameless', '<renderMultiMedia/>'),
    section('Unreadable', show('J'), entry(region('J', 'CIRCLE', '1 x 2 2', picture()))),
    section('Beyond', show('K'), entry(region('K', 'POINT', '900 900', picture()))),
    section('Itself', show('L'), entry(region('L', 'POINT', '1 1', '<observationMedia ID="L"/>'))),
    section('Tag', 'See <img src="https://beacon.test/b.png" alt="the left hand" onerror="document.title=1"/>'),
  ); // prettier-ignore
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const main = await openSummary(page, await sandbox.createSession());
  const shown = (name: string) => main.getByRole('region', { name, exact: true });
  for (const [name, words, images] of [
    [
      'Elsewhere',
      /outside this document and was not loaded: https:\/\/beacon\.test\/hand\.jpeg/,
      0,
    ],
    [
      'Marked elsewhere',
      /marks a circle on a picture; without the picture the mark is not drawn/,
      0,
    ],
    ['Archive', /outside this document and was not loaded: 1\.2\.840\.7/, 0],
    ['Broken', /damaged and cannot be shown/, 0],
    ['No base64', /damaged and cannot be shown/, 0],
    ['Torn', /marks a point on a picture; without the picture the mark is not drawn/, undefined],
    ['Vector', /<svg xmlns=/, 0],
    ['Nothing', /the document holds nothing of it/, 0],
    ['Nameless', /does not say which/, 0],
    ['Unreadable', /in a way that cannot be read: CIRCLE 1 x 2 2/, 1],
    ['Beyond', /marks a point beyond the edges of this picture/, 1],
    ['Itself', /named here \(\u2068L\u2069\) but is not in the document/, 0],
    ['Tag', /not loaded: \u2068the left hand\u2069 \(https:\/\/beacon\.test\/b\.png\)/, 0],
  ] as const) {
    await shown(name).scrollIntoViewIfNeeded();
    await expect(shown(name).getByText(words).first(), name).toBeVisible();
    await expect(shown(name).locator('svg'), name).toHaveCount(await shown(name).locator('.cda-section-head svg').count()); // prettier-ignore
    if (images !== undefined) await expect(shown(name).locator('img'), name).toHaveCount(images);
  }
  expect(await page.title()).not.toContain('drawn');
  expect(asked.filter((url) => url.includes('beacon'))).toEqual([]);
});

test('marks are printed with their pictures', async ({ page, sandbox }) => {
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await serveSections(
    page,
    section('Circle', show('R'), entry(region('R', 'CIRCLE', '300 150 300 90', picture()))),
  );
  const main = await openSummary(page, await sandbox.createSession());
  await expect(main.locator('svg.cda-region-mark')).toBeVisible();
  await main.getByRole('button', { name: 'Print', exact: true }).click();
  const paper = page.frameLocator('.cda-print-frame').locator('.cda-region-picture');
  await expect.poll(() => isLoaded(paper.locator('img'))).toBe(true);
  const found = await places(paper, 300, 150);
  expect(found.mark).toEqual(found.image);
  await expect(paper.locator('.cda-region-line')).toHaveCSS('stroke-width', '2.5px');
});

test('a marked picture is accessible', async ({ page, sandbox }) => {
  await serveSections(
    page,
    section('Circle', show('R', 'The spot'), entry(region('R', 'CIRCLE', '300 150 300 90', picture()))),
  ); // prettier-ignore
  const main = await openSummary(page, await sandbox.createSession());
  await expect(main.locator('svg.cda-region-mark')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('.cda-sections').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
