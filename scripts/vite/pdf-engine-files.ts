import { cp } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { join, normalize, resolve } from 'node:path';
import type { Plugin } from 'vite';

const engine = 'node_modules/pdfjs-dist';

/** What pdf.js fetches on demand, by the folder of the app it is served from. */
const folders = {
  cmaps: `${engine}/cmaps`,
  standard_fonts: `${engine}/standard_fonts`,
  wasm: `${engine}/wasm`,
  iccs: `${engine}/iccs`,
  images: `${engine}/legacy/web/images`,
};

/** Puts the PDF engine's character maps, fonts, decoders and icons beside the app as `pdfjs/…`. */
export function pdfEngineFiles(): Plugin {
  let target = '';
  return {
    name: 'dossier:pdf-engine-files',
    configResolved(config) {
      target = resolve(config.root, config.build.outDir, 'pdfjs');
    },
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const [, folder = '', ...rest] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
        const source = Object.entries(folders).find(([name]) => name === folder)?.[1];
        if (source === undefined) next();
        else
          createReadStream(join(source, normalize(`/${rest.join('/')}`)))
            .on('error', next)
            .pipe(response);
      });
    },
    async writeBundle() {
      for (const [name, source] of Object.entries(folders)) {
        await cp(source, join(target, name), {
          recursive: true,
          // Scripting in PDFs is off; its interpreter is not shipped.
          filter: (file) => !file.includes('quickjs'),
        });
      }
    },
  };
}
