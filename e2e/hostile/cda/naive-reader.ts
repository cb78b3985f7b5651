/**
 * A reader of the kind that advisories were written about (CVE-2014-3862, CVE-2014-5452, the stylesheet's second round
 * of 2020, CVE-2026-33932): it makes HTML of what it finds, attributes and all. Run in the control's page.
 */
export function readNaively(source: string): void {
  const host = document.querySelector('#report') ?? document.body;
  const xml = new DOMParser().parseFromString(source, 'application/xml');
  const names: Readonly<Record<string, string>> = {
    paragraph: 'p', content: 'span', list: 'ul', item: 'li', linkHtml: 'a', renderMultiMedia: 'div', footnote: 'small', text: 'div', title: 'h3',
  }; // prettier-ignore
  const html = 'http://www.w3.org/1999/xhtml';
  const svg = 'http://www.w3.org/2000/svg';
  const byId = (id: string): Element | undefined =>
    [...xml.querySelectorAll('*')].find((one) => one.getAttribute('ID') === id);

  const framed = (address: string): HTMLElement => {
    const frame = document.createElement('iframe');
    frame.src = address;
    return frame;
  };
  const data = (value: Element | null | undefined): HTMLElement | undefined => {
    const reference = value?.querySelector('reference')?.getAttribute('value');
    const type = value?.getAttribute('mediaType') ?? 'text/plain';
    if (reference !== null && reference !== undefined) {
      if (!type.startsWith('image/')) return framed(reference);
      const image = document.createElement('img');
      image.src = reference;
      return image;
    }
    return value?.getAttribute('representation') === 'B64'
      ? framed(`data:${type};base64,${value.textContent.trim()}`)
      : undefined;
  };
  const media = (target: string): Node[] => {
    const found = byId(target);
    const inner = found
      ?.querySelector('renderMultiMedia, reference')
      ?.getAttribute('referencedObject');
    if (found?.localName === 'regionOfInterest' && inner) return media(inner);
    const shown = data(
      found?.querySelector('observationMedia > value') ?? found?.querySelector('value'),
    );
    return shown ? [shown] : [];
  };
  const convert = (node: Node): Node[] => {
    if (node instanceof Text) return [document.createTextNode(node.data)];
    if (!(node instanceof Element)) return [];
    // A script that a parser made never runs; a copy made by hand does.
    if (node.localName === 'script' && node.namespaceURI === html) {
      const script = document.createElement('script');
      for (const { name, value } of node.attributes) script.setAttribute(name, value);
      script.text = node.textContent;
      return [script];
    }
    if (node.namespaceURI === html || node.namespaceURI === svg) return [document.importNode(node, true)];
    const made = document.createElement(names[node.localName] ?? node.localName);
    for (const { name, localName, value } of node.attributes)
      if (!name.startsWith('xmlns')) made.setAttribute(localName === 'styleCode' ? 'class' : localName === 'ID' ? 'id' : localName, value);
    const address = made.getAttribute('href') ?? '';
    const isAbsolute = /^\w+:\/\//.test(address);
    const words = isAbsolute ? made.appendChild(document.createElement('span')) : made;
    words.append(...[...node.childNodes].flatMap(convert));
    if (isAbsolute) made.append(` (${address})`);
    if (node.localName === 'renderMultiMedia') made.append(...media(node.getAttribute('referencedObject') ?? ''));
    const note = node.localName === 'footnoteRef' ? byId(node.getAttribute('IDREF') ?? '') : undefined;
    if (note) made.append(...convert(note));
    return [made];
  }; // prettier-ignore

  try {
    const patients = [...xml.querySelectorAll('recordTarget patient name')].slice(0, 1);
    host.append(...patients.map((one) => one.textContent));
    for (const one of xml.querySelectorAll(
      'ClinicalDocument > title, section > title, section > text',
    ))
      host.append(...convert(one));
    for (const one of xml.querySelectorAll('nonXMLBody > text')) host.append(data(one) ?? '');
    for (const one of xml.querySelectorAll('section > text'))
      // Their stylesheet's names are the page's.
      for (const content of one.querySelectorAll('[styleCode]')) void content;
  } catch (error) {
    host.setAttribute('data-endless', String(error));
  }
}
