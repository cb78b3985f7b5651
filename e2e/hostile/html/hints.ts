import { ofClass } from '../hostile-case.ts';

/** Elements that make the browser look ahead. */
export const hints = ofClass('hints', [
  { id: 'hint-stylesheet', title: 'a sheet of another server', html: '<link rel=stylesheet href="{{sink}}/s.css"><p>Vitamin D 60</p>', harmless: 'Vitamin D 60', control: { harm: 'request' } },
  { id: 'hint-preload', title: 'preloads', html: '<link rel=preload as=image href="{{sink}}/p.gif"><link rel=preload as=image imagesrcset="{{sink}}/q.gif 1x"><p>Vitamin B12 300</p>', harmless: 'Vitamin B12 300', control: { harm: 'request' } },
  { id: 'hint-modulepreload', title: 'a module ahead of time', html: '<link rel=modulepreload href="{{sink}}/m.js"><p>Zinc 12</p>', harmless: 'Zinc 12', control: { harm: 'request' } },
  { id: 'hint-prefetch', title: 'a page ahead of time', html: '<link rel=prefetch href="{{sink}}/n.html"><p>Iron 15</p>', harmless: 'Iron 15', control: { harm: 'request' } },
  { id: 'hint-icon', title: 'an icon, a manifest and a search description', html: '<link rel="icon" href="{{sink}}/i.gif"><link rel=manifest href="{{sink}}/m.json"><link rel=search href="{{sink}}/o.xml"><p>Copper 16</p>', harmless: 'Copper 16', control: { immune: 'A browser without a window asks for no icons and no manifests.' } },
  { id: 'hint-preconnect', title: 'names and connections ahead of time', html: '<link rel=dns-prefetch href="//{{host}}"><link rel=preconnect href="{{sink}}" crossorigin><meta http-equiv=x-dns-prefetch-control content=on><p>Selenium 1</p>', harmless: 'Selenium 1', control: { immune: 'Connections and names are no requests: the server hears nothing it could tell apart.' } },
  { id: 'hint-speculation', title: 'rules for pages to fetch', html: '<script type=speculationrules>{"prefetch":[{"source":"list","urls":["{{sink}}/spec.html"],"eagerness":"immediate"}],"prerender":[{"urls":["{{sink}}/pre.html"]}]}</script><p>Lead 1</p>', harmless: 'Lead 1', control: { harm: 'request' } },
  { id: 'hint-meta', title: 'metas that would change what the page may do', html: '<meta http-equiv="Content-Security-Policy" content="script-src *"><meta name=referrer content=unsafe-url><meta http-equiv=origin-trial content=x><img src="{{sink}}/m.gif"><p>Mercury 1</p>', harmless: 'Mercury 1', control: { harm: 'request' } },
]); // prettier-ignore
