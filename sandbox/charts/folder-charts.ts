/**
 * Makes charts of loose files: one per patient that their CDA headers name, and one called "Folder" for files that name
 * nobody. Reads no disk.
 */
import type { Chart, ChartDocument, ChartPatient } from './chart.ts';
import { emptyRecord } from './empty-record.ts';
import type { ChartEntry } from './charts.ts';
import { readCdaHeader, type CdaHeader } from './folder-charts-cda-header.ts';
import { fileType } from './folder-charts-file-type.ts';

export interface FolderFile {
  /** Below the folder, with slashes: `2019/letter.pdf`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Filed {
  readonly file: FolderFile;
  readonly type: string;
  readonly header: CdaHeader | undefined;
}

/** Everybody's files that no header claims belong to this made-up patient. */
const nobody: Omit<ChartPatient, 'id'> = {
  names: [{ family: 'Folder', given: ['Unnamed'], use: 'official' }],
  birthDate: '1970-01-01',
  gender: 'unknown',
  identifiers: [],
};

/** One chart per patient, grouped by name and birth date and never by id: ids are shared by mistake. */
export function folderCharts(files: readonly FolderFile[]): readonly ChartEntry[] {
  const people = new Map<string, Filed[]>();
  const loose: Filed[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const type = fileType(file.path, file.bytes);
    const header = type === 'application/xml' ? readCdaHeader(file.bytes) : undefined;
    const key = header && personKey(header);
    const group = key === undefined ? loose : (people.get(key) ?? []);
    group.push({ file, type, header });
    if (key !== undefined) people.set(key, group);
  }
  const taken = new Set<string>();
  const entries = [...people.values()].map((group) => {
    const patient = patientOf(group);
    return entryOf(uniqueSlug(titleOf(patient), taken), titleOf(patient), patient, group);
  });
  return loose.length === 0
    ? entries
    : [...entries, entryOf(uniqueSlug('', taken), 'Folder', nobody, loose)];
}

/** The first name as written and the birth date; undefined when the header names nobody. */
function personKey({ patient }: CdaHeader): string | undefined {
  const [name] = patient.names;
  return name && JSON.stringify([name.family, name.given, patient.birthDate ?? '']);
}

/** The person as the first of their documents names them, with the identifiers of all. */
function patientOf(group: readonly Filed[]): Omit<ChartPatient, 'id'> {
  const people = group.flatMap(({ header }) => (header ? [header.patient] : []));
  const gender = people.map((one) => one.gender).find((one) => one !== undefined);
  const [first] = people;
  const identifiers = new Map(
    people
      .flatMap((one) => one.identifiers)
      .map((identifier) => [`${identifier.system} ${identifier.value}`, identifier]),
  );
  return {
    names: first?.names ?? [],
    ...(first?.birthDate !== undefined && { birthDate: first.birthDate }),
    ...(gender !== undefined && { gender }),
    identifiers: [...identifiers.values()],
  };
}

function titleOf({ names, birthDate }: Omit<ChartPatient, 'id'>): string {
  const name = names[0] ? [...names[0].given, names[0].family].join(' ').trim() : '';
  return birthDate === undefined ? name : `${name}, born ${birthDate}`;
}

/** FHIR ids have at most 64 characters, and every id of a chart is built of its slug. */
const slugLength = 48;

/** `folder-adam-everyman-born-1962-10-22`; letters without ASCII form are left out and a number tells apart. */
function uniqueSlug(title: string, taken: Set<string>): string {
  const plain = title
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const slug = (plain ? `folder-${plain}` : 'folder').slice(0, slugLength).replace(/-$/, '');
  let id = slug;
  for (let number = 2; taken.has(id); number += 1) id = `${slug}-${number}`;
  taken.add(id);
  return id;
}

function entryOf(
  id: string,
  title: string,
  patient: Omit<ChartPatient, 'id'>,
  group: readonly Filed[],
): ChartEntry {
  const count = group.length === 1 ? '1 file' : `${group.length} files`;
  const chart: Chart = {
    id,
    title,
    patient: { id: `P-${id}`, ...patient },
    encounters: [],
    documents: group.map((filed, index) => documentOf(filed, `${id}-${index + 1}`)),
    record: emptyRecord,
  };
  return { id, title, description: `${count} of a folder`, load: () => Promise.resolve(chart) };
}

function documentOf({ file, type, header }: Filed, id: string): ChartDocument {
  return {
    id: `DR-${id}`,
    resourceType: 'DocumentReference',
    title: header?.title ?? nameOf(file.path),
    ...(header?.type && { type: header.type }),
    status: 'current',
    docStatus: 'final',
    ...(header?.date !== undefined && { date: header.date }),
    renditions: [
      {
        id: `F-${id}`,
        contentType: type,
        title: nameOf(file.path),
        size: file.bytes.length,
        body: () => file.bytes,
      },
    ],
  };
}

/** The file's own name, with its extension. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
