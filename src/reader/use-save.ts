import { useState } from 'react';
import type { ClinicalDocument } from '../model/clinical-document.ts';
import type { Content } from '../model/content.ts';
import { downloadBytes } from '../ui/download-bytes.ts';
import { fileName } from './file-name.ts';

export interface Save {
  /** Saves the exact bytes as they came, under a name without a patient's data. */
  readonly start: () => void;
  readonly failed: boolean;
}

export function useSave(document: ClinicalDocument, content: Content): Save {
  const [failedFor, setFailedFor] = useState<Content>();
  const start = () => {
    setFailedFor(undefined);
    void content.bytes().then((bytes) => {
      if (!bytes.ok) {
        setFailedFor(content);
        return;
      }
      const received = content.received();
      const named = content.mediaType.essence !== 'application/octet-stream';
      const mediaType = named ? content.mediaType : (received ?? content.mediaType);
      downloadBytes(new Uint8Array(bytes.value), fileName(document, mediaType));
    });
  };
  return { start, failed: failedFor === content };
}
