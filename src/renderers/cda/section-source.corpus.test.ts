import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CdaSection } from '../../cda/cda-document.ts';
import { createCdaParser } from '../../cda/parse-cda.ts';
import { contentFromBytes } from '../bytes-content.ts';
import { readSource } from './section-source.ts';

const corpus = process.env['CORPUS_DIR'];
const folder = corpus === undefined ? undefined : join(corpus, 'ccda');
const files =
  folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.xml'));

describe.runIf(folder !== undefined)('The source of each section', () => {
  it.each(files)('of %s is the section, whole and alone', async (file) => {
    const bytes = new Uint8Array(readFileSync(join(folder ?? '', file)));
    const sections: CdaSection[] = [];
    const parser = createCdaParser({}, (event) => {
      if (event.kind === 'section') sections.push(event.section, ...event.section.sections);
    });
    parser.write(bytes);
    parser.end();
    const content = contentFromBytes(bytes, { essence: 'text/xml' });
    for (const { source } of sections.slice(0, 40)) {
      const read = await readSource(content, source);
      expect(read.ok ? read.value : '').toMatch(/^<(\w+:)?section\b[\s\S]*<\/(\w+:)?section\s*>$/);
    }
  });
});
