import { describe, expect, it } from 'vitest';
import type { ClinicalDocument, DocumentId } from '../model/clinical-document.ts';
import { listItems } from './list-items.ts';

const document = (id: string): ClinicalDocument => ({
  id: id as DocumentId,
  resourceType: 'DocumentReference',
  status: { kind: 'final' },
  subject: { kind: 'absent' },
  restricted: false,
  renditions: [],
  relations: [],
  problems: [],
});

describe('the rows of the list', () => {
  it('count documents from 1 across months, headings left out', () => {
    const items = listItems([], 'Made', [
      { label: 'December 2019', documents: [document('a'), document('b')] },
      { label: 'November 2019', documents: [document('c')] },
    ]);
    expect(items.map((item) => (item.kind === 'row' ? item.row : item.label))).toEqual([
      'December 2019',
      1,
      2,
      'November 2019',
      3,
    ]);
  });

  it('put what was made in this session first, under its own heading', () => {
    const items = listItems([{ document: document('s'), state: { kind: 'ready' } }], 'Made', [
      { label: 'December 2019', documents: [document('a')] },
    ]);
    expect(items.map(({ key }) => key)).toEqual(['generated', 's', 'heading December 2019', 'a']);
  });

  it('are none where there is nothing', () => {
    expect(listItems([], 'Made', [])).toEqual([]);
  });
});
