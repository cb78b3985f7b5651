/** Whatever real headers say is shown, or is for machines. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../cda/tested-document.ts';
import { countHeaderWords, headerLosses, headerText } from './tested-header.ts';

const corpus = process.env['CORPUS_DIR'];
const folder = corpus === undefined ? undefined : join(corpus, 'ccda');
const files =
  folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.xml'));

describe.runIf(folder !== undefined)('the headers of real documents', () => {
  it.each(files)('%s says nothing in its header that is not shown', (file) => {
    const bytes = readFileSync(join(folder ?? '', file));
    const { header } = parse(bytes, 16_384);
    if (header === undefined) throw new Error('no header');
    const source = new TextDecoder().decode(bytes);
    expect(countHeaderWords(source)).toBeGreaterThan(20);
    expect(headerLosses(source, headerText(header))).toEqual([]);
    const [, ...others] = header.participations;
    const less = headerText({ ...header, patients: [], participations: others });
    expect(headerLosses(source, less)).not.toEqual([]);
  });
});
