import type { CdaMedia, CdaRegion, EncapsulatedData } from './cda-media.ts';
import { MAX_REGION_VALUES } from './limits.ts';
import { readData, readIds } from './read-data-types.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  isElement,
  present,
  type XmlElement,
} from './xml-element.ts';

/** Pictures, recordings and regions of pictures, by the ids that `renderMultiMedia` names them by. */
export function readMedia(elements: readonly XmlElement[]): CdaMedia[] {
  const around = mediaAroundRegions(elements);
  return elements.flatMap((element) =>
    element.name === 'regionOfInterest'
      ? readRegionMedia(element, around.get(element))
      : readObservationMedia(element),
  );
}

const idOf = (element: XmlElement): string | undefined =>
  attributeOf(element, 'ID') ?? attributeOf(element, 'id');

function readObservationMedia(element: XmlElement, id = idOf(element)): CdaMedia[] {
  if (id === undefined) return [];
  const value = childOf(element, 'value');
  const data = value === undefined ? undefined : pictureData(readData(value));
  return [present({ id, data, refersTo: [] })];
}

/** Senders forget to say that a picture is in base64; there is no picture in plain text but SVG. */
function pictureData(data: EncapsulatedData): EncapsulatedData {
  const binary = /^(?:image\/(?!svg)|audio\/|video\/|application\/(?:pdf|dicom)$)/;
  return binary.test(data.mediaType ?? '') ? { ...data, representation: 'B64' } : data;
}

/** A region, and the media inside it that have no id of their own: an id holds no space, theirs does. */
function readRegionMedia(element: XmlElement, around: string | undefined): CdaMedia[] {
  const id = idOf(element);
  if (id === undefined) return [];
  const unnamed: CdaMedia[] = [];
  const inside = mediaInside(element).map((media, at) => {
    const own = idOf(media);
    if (own !== undefined) return own;
    const made = `${id} ${at + 1}`;
    unnamed.push(...readObservationMedia(media, made));
    return made;
  });
  const refersTo = inside.length === 0 && around !== undefined ? [around] : inside;
  const outside = childrenOf(element, 'reference').flatMap(addressOf);
  const region = { id, refersTo, region: readRegion(element) };
  return [outside.length === 0 ? region : { ...region, outside }, ...unnamed];
}

function mediaInside(element: XmlElement): XmlElement[] {
  return element.children.flatMap((node) => {
    if (!isElement(node)) return [];
    return node.name === 'observationMedia' ? [node] : mediaInside(node);
  });
}

/** Regions that stand inside their picture (`inversionInd`) rather than around it. */
function mediaAroundRegions(elements: readonly XmlElement[]): ReadonlyMap<XmlElement, string> {
  const around = new Map<XmlElement, string>();
  for (const element of elements) {
    const id = idOf(element);
    if (element.name !== 'observationMedia' || id === undefined) continue;
    for (const relationship of childrenOf(element, 'entryRelationship')) {
      for (const region of childrenOf(relationship, 'regionOfInterest')) around.set(region, id);
    }
  }
  return around;
}

/** What an `externalObservation` or `externalDocument` goes by: its address, else its ids. */
const addressOf = (reference: XmlElement): string[] =>
  ['externalObservation', 'externalDocument', 'externalAct'].flatMap((name) =>
    childrenOf(reference, name).flatMap((external) => {
      const address = attributeOf(childOf(external, 'text', 'reference'), 'value');
      if (address !== undefined) return [address];
      return readIds(external).flatMap(({ root, extension }) => extension ?? root ?? []);
    }),
  );

/** `code` and `value`s of a region as HL7's ROIOverlayShape defines them: pixels from the upper left corner. */
export function readRegion(element: XmlElement): CdaRegion {
  const values = childrenOf(element, 'value').flatMap((value) =>
    (attributeOf(value, 'value') ?? attributeOf(value, 'nullFlavor') ?? '').split(/[\s,]+/),
  );
  const code = attributeOf(childOf(element, 'code'), 'code');
  const points = pointsOf(values);
  return (
    (points && shapeOf(code?.toUpperCase(), points)) ??
    present({ kind: 'unreadable', code, values: values.slice(0, 20) } as const)
  );
}

type Point = readonly [x: number, y: number];

function pointsOf(values: readonly string[]): Point[] | undefined {
  if (values.length === 0 || values.length % 2 === 1 || values.length > MAX_REGION_VALUES)
    return undefined;
  const points: Point[] = [];
  for (let at = 0; at < values.length; at += 2) {
    const x = coordinate(values[at]);
    const y = coordinate(values[at + 1]);
    if (x === undefined || y === undefined) return undefined;
    points.push([x, y]);
  }
  return points;
}

/** No picture is a million pixels wide. */
const coordinate = (value = ''): number | undefined =>
  /^[+-]?\d{1,6}(?:\.\d{1,6})?$/.test(value) ? Number(value) : undefined;

function shapeOf(code: string | undefined, points: readonly Point[]): CdaRegion | undefined {
  const [first, second, third, fourth] = points;
  switch (code) {
    case 'CIRCLE': {
      // The centre, then a point on the circumference.
      if (points.length !== 2 || !first || !second) return undefined;
      return { kind: 'circle', x: first[0], y: first[1], radius: distance(first, second) };
    }
    case 'ELLIPSE': {
      // The ends of the major axis, then those of the minor one.
      if (points.length !== 4 || !first || !second || !third || !fourth) return undefined;
      return {
        kind: 'ellipse',
        x: (first[0] + second[0]) / 2,
        y: (first[1] + second[1]) / 2,
        major: distance(first, second) / 2,
        minor: distance(third, fourth) / 2,
        degrees: (Math.atan2(second[1] - first[1], second[0] - first[0]) * 180) / Math.PI,
      };
    }
    case 'POINT':
      return { kind: 'points', points };
    case 'POLY':
      return points.length < 2 ? undefined : { kind: 'lines', points };
    default:
      return undefined;
  }
}

const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay);
