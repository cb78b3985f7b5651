/** Markup as nodes, untouched. */

interface Rules<T> {
  createHTML(text: string): T;
  createScript(text: string): T;
  createScriptURL(text: string): T;
}

interface TrustedTypes {
  /** What comes back is trusted where the DOM's typings say string. */
  createPolicy(name: string, rules: Rules<string>): Rules<string>;
}

const asItIs = (text: string): string => text;
const everything: Rules<string> = {
  createHTML: asItIs,
  createScript: asItIs,
  createScriptURL: asItIs,
};

/** DOMPurify is not in the page with Trusted Types: its policy's name is free, and the page's header allows no other. */
const factory = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const policy = factory?.createPolicy('dompurify', everything) ?? everything;

/** The text as the DOM takes it under Trusted Types, unchanged. */
export const trustAll = (text: string): string => policy.createHTML(text);

/** Head and body of the document, with scripts that run where they are allowed to. */
export function parseRaw(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(trustAll(html), 'text/html');
  const fragment = document.createDocumentFragment();
  fragment.append(...parsed.head.childNodes, ...parsed.body.childNodes);
  reviveScripts(fragment);
  return fragment;
}

/** Scripts that a parser made for markup never run; copies made by hand do. */
export function reviveScripts(root: ParentNode): void {
  for (const dead of root.querySelectorAll('script')) {
    const script = document.createElement('script');
    for (const { name, value } of dead.attributes)
      script.setAttribute(name, name === 'src' ? policy.createScriptURL(value) : value);
    script.text = policy.createScript(dead.textContent);
    dead.replaceWith(script);
  }
}
