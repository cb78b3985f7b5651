/** Whether the reader's own elements hold what no document may put there. */
import type { Page } from '@playwright/test';
import type { Done } from './document-case.ts';

/** Elements and attributes that would act if a browser, a later version or a click let them. */
export async function foreignMarkup(page: Page, report: string): Promise<Done> {
  const found = await page.evaluate((selector) => {
    const elements = [...(document.querySelector(selector)?.querySelectorAll('*') ?? [])];
    const active = 'script, object, embed, applet, link, style, base, meta, form[action], frame, portal, foreignObject, animate, set, use';
    const told: string[] = [];
    for (const element of elements) {
      if (element.matches(active)) told.push(`<${element.localName}>`);
      if (element instanceof HTMLIFrameElement && (element.hasAttribute('src') || element.sandbox.contains('allow-scripts')))
        told.push(`frame ${element.src}`);
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) told.push(`${element.localName} ${name}`);
        const isAddress = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'background', 'srcset', 'ping', 'xlink:href'].includes(name);
        if (isAddress && !/^(#|https?:|mailto:|tel:|blob:|data:image\/(png|jpeg|gif|webp|bmp))/i.test(value))
          told.push(`${element.localName} ${name}=${value.slice(0, 80)}`);
        if (isAddress && name !== 'href' && /^https?:/i.test(value) && !value.startsWith(location.origin))
          told.push(`${element.localName} ${name}=${value.slice(0, 80)}`);
      }
      if (element instanceof HTMLAnchorElement && /^https?:/.test(element.protocol) && !element.getAttribute('href')?.startsWith('#')) {
        if (!/noopener/.test(element.rel) || element.target !== '_blank') told.push(`a link that keeps its opener: ${element.href}`);
        if (element.username !== '') told.push(`a link with a user name: ${element.href}`);
      }
    }
    return told;
  }, report); // prettier-ignore
  return found.length > 0 ? { script: found } : {};
}
