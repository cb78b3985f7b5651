/**
 * Names of elements that documents are made of. In running text any other name may be a word behind a raw `<`:
 * "WBC <LLN and >10".
 */
const NARRATIVE =
  'content linkHtml sub sup br footnote footnoteRef renderMultiMedia paragraph list item caption table thead tbody tfoot tr th td col colgroup';

const HTML =
  'a abbr acronym address area article aside b base basefont bdi bdo big blockquote body button center cite code data dd del details dfn dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav nobr noscript object ol optgroup option output p param picture pre progress q ruby rp rt s samp script select small source span strike strong style summary svg template textarea time track tt u ul var video audio canvas wbr';

/** What stands around narrative, and inside of header texts and names. */
const STRUCTURE =
  'ClinicalDocument component structuredBody nonXMLBody section entry text title id templateId code confidentialityCode languageCode author informant subject reference thumbnail originalText translation qualifier name given family prefix suffix delimiter validTime observationMedia regionOfInterest recordTarget patientRole patient act encounter observation organizer procedure substanceAdministration supply entryRelationship participant performer value statusCode effectiveTime';

const KNOWN = new Set(`${NARRATIVE} ${HTML} ${STRUCTURE}`.split(' '));
const NARRATED = new Set(`${NARRATIVE} ${HTML}`.split(' '));
const BY_LOWER_CASE = new Map([...KNOWN].map((name) => [name.toLowerCase(), name]));

/** Attributes of narrative that HTML's lower case would spell otherwise. */
const ATTRIBUTES = new Map(
  'ID IDREF styleCode listType referencedObject mediaType'
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

/** The name as CDA or HTML spells it, whatever case it is in; names of neither as they are. */
export const canonicalName = (local: string): string =>
  KNOWN.has(local) ? local : (BY_LOWER_CASE.get(local.toLowerCase()) ?? local);

/** The same for the attributes of an element whose own name was in another case. */
export function canonicalAttributes(
  attributes: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      const lower = name.toLowerCase();
      return [name.includes(':') ? name : (ATTRIBUTES.get(lower) ?? lower), value];
    }),
  );
}

/** Whether documents are made of elements of this name, in any case. */
export const isKnownName = (local: string): boolean =>
  KNOWN.has(local) || BY_LOWER_CASE.has(local.toLowerCase());

/** Whether an element of this name holds what an author wrote to be read, wherever it stands. */
export const isNarrated = (name: string): boolean => NARRATED.has(name);
