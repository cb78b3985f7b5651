import { activate, type Catalogue } from './messages.ts';

/** Loaders of the catalogue files that are in the build, by path: `./de/list.json`. */
export type CatalogueFiles = Readonly<Record<string, () => Promise<Catalogue>>>;

const inTheBuild: CatalogueFiles = import.meta.glob<Catalogue>(['./*/*.json', '!./en/*.json'], {
  import: 'default',
});

/**
 * Makes `language` the interface's language, where the build has a folder of that name; sentences that it
 * lacks stay English. `texts` are the administrator's own sentences (ICU MessageFormat) by key, which win.
 */
export async function setLanguage(
  language: string,
  texts: Catalogue,
  files: CatalogueFiles = inTheBuild,
): Promise<void> {
  const ofLanguage = Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`));
  const translated = await Promise.all(ofLanguage.map(([, load]) => load()));
  const own = Object.keys(texts).length === 0 ? {} : await compile(texts);
  activate(ofLanguage.length === 0 ? 'en' : language, Object.assign({}, ...translated, own));
}

/** The parser is loaded only where an administrator wrote sentences of their own. */
async function compile(texts: Catalogue): Promise<Catalogue> {
  const { compileMessage } = await import('@lingui/message-utils/compileMessage');
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? compileMessage(text) : text,
    ]),
  );
}
