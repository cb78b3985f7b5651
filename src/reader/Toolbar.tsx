import { t } from '../messages/messages.ts';
import type { ClinicalDocument, Rendition } from '../model/clinical-document.ts';
import { formatWord, renditionName } from '../model/document-words.ts';
import type { RendererCapabilities } from '../renderers/renderer.ts';
import { Button } from '../ui/Button.tsx';
import { DarkPaperButton } from './DarkPaperButton.tsx';
import { FindBar } from './FindBar.tsx';
import { SaveMenu } from './SaveMenu.tsx';
import type { Save } from './use-save.ts';
import { ZoomControl } from './ZoomControl.tsx';

export interface ToolbarProps {
  readonly document: ClinicalDocument;
  readonly shown: Rendition;
  readonly onRendition: (rendition: number) => void;
  readonly capabilities: RendererCapabilities | undefined;
  readonly finding: boolean;
  readonly onFinding: (finding: boolean) => void;
  /** The session ended: no other format can be had. */
  readonly readOnly: boolean;
  /** Undefined while there is nothing to save. */
  readonly save: Save | undefined;
}

/** The formats of the document and the tools that the shown one offers. */
export function Toolbar(props: ToolbarProps) {
  const { document, shown, onRendition, capabilities, finding, onFinding, readOnly, save } = props;
  const find = capabilities?.find;
  const print = capabilities?.print?.bind(capabilities);
  return (
    <>
      <div className="toolbar">
        <div className="toolbar-formats" role="group" aria-label={t('reader.formats')}>
          {document.renditions.map((rendition, index) => (
            <Button
              // A document's renditions never change their order.
              key={index}
              aria-pressed={rendition === shown}
              aria-label={renditionName(document, rendition)}
              disabled={readOnly && rendition !== shown}
              onClick={() => onRendition(index)}
            >
              {formatWord(rendition)}
            </Button>
          ))}
        </div>
        <div className="toolbar-tools" role="group" aria-label={t('reader.tools')}>
          {find === undefined ? null : (
            <Button variant="quiet" aria-expanded={finding} onClick={() => onFinding(!finding)}>
              {t('reader.find')}
            </Button>
          )}
          {capabilities?.zoom === undefined ? null : <ZoomControl zoom={capabilities.zoom} />}
          {capabilities?.darkPaper === undefined ? null : (
            <DarkPaperButton darkPaper={capabilities.darkPaper} />
          )}
          {print === undefined ? null : (
            <Button variant="quiet" onClick={() => print()}>
              {t('reader.print')}
            </Button>
          )}
          <SaveMenu save={save} />
        </div>
      </div>
      {finding && find !== undefined ? (
        <FindBar find={find} onClose={() => onFinding(false)} />
      ) : null}
    </>
  );
}
