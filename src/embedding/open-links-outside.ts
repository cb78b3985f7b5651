/** APPLINK's way to open an address in the machine's own browser (MPages development wiki). */
const OPEN_ADDRESS = 100;

/**
 * Hands links that open a new window to PowerChart, whose own windows are no browser. Links of documents come here
 * only from the dialog that names their target; where PowerChart gave no `APPLINK`, the browser opens them.
 */
export function openLinksOutside(view: Window): void {
  view.document.addEventListener('click', (event) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const link = event.target.closest<HTMLAnchorElement>('a[target="_blank"][href]');
    const open: unknown = Reflect.get(view, 'APPLINK');
    if (link === null || !/^https?:$/.test(link.protocol) || typeof open !== 'function') return;
    event.preventDefault();
    open(OPEN_ADDRESS, link.href, '');
  });
}
