import type { QueryClient } from '@tanstack/react-query';
import { createSummaries, type Summaries } from '../ccd/create-summaries.ts';
import { createContentStore, type ContentStore } from '../content/content-store.ts';
import { loadDocuments, type DocumentsLoad } from '../documents/load-documents.ts';
import { createFhirReader, type FhirReader } from '../fhir/fhir-reader.ts';
import { createNet } from '../net/net.ts';
import type { LaunchContext } from '../session/session-state.ts';
import type { Session } from '../session/session.ts';
import { wearStyle } from './apply-smart-style.ts';
import { narrowConnections } from './narrow-connections.ts';
import { chartOpened, closeChart } from './open-charts.ts';
import { createOpenDocument, type OpenDocument } from './open-document.ts';
import { patientQuery } from './patient-query.ts';
import { createQueryClient } from './query-client.ts';

/** What an open chart works with: one set per launch, made when the chart opens. */
export interface ChartServices {
  readonly reader: FhirReader;
  readonly documents: DocumentsLoad;
  readonly contents: ContentStore;
  readonly summaries: Summaries;
  readonly queryClient: QueryClient;
  readonly openDocument: OpenDocument;
  /** Ends the look that the EHR asked for. */
  readonly takeOffStyle: () => void;
}

let current: { readonly stateKey: string; readonly services: ChartServices } | undefined;

/** The services of this launch, started once: patient and both searches are asked for at once. */
export function chartServices(session: Session, launch: LaunchContext): ChartServices {
  if (current?.stateKey === launch.stateKey) return current.services;
  closeChart();
  const services = start(session, launch);
  current = { stateKey: launch.stateKey, services };
  chartOpened(() => {
    current = undefined;
    stop(services);
  });
  return services;
}

function start(session: Session, launch: LaunchContext): ChartServices {
  const issuer = session.issuer();
  const servers = {
    authOrigins: issuer?.authOrigins ?? [],
    styleOrigins: issuer?.styleOrigins ?? [],
    resourcePrefixes: issuer?.resourcePrefixes ?? [],
  };
  narrowConnections({ iss: launch.iss, ...servers });
  const net = createNet({ base: launch.iss, ...servers, bearer: session.authorizer });
  const reader = createFhirReader({ base: launch.iss, version: launch.fhirVersion, net });
  const { patientId, readable } = launch;
  const queryClient = createQueryClient();
  void queryClient.prefetchQuery(patientQuery(reader, launch));
  const takeOffStyle = wearStyle(net, launch.styleUrl);
  const contents = createContentStore({ net, version: launch.fhirVersion });
  return {
    reader,
    documents: loadDocuments({ reader, patientId, readable }),
    contents,
    summaries: createSummaries({ reader, contents, patientId }),
    queryClient,
    takeOffStyle,
    openDocument: createOpenDocument(session.values() ?? sessionStorage, launch.stateKey, {
      iss: launch.iss,
      patientId,
      ...(launch.user === undefined ? {} : { sub: launch.user.sub }),
    }),
  };
}

function stop(services: ChartServices): void {
  services.openDocument.stop();
  services.takeOffStyle();
  services.documents.cancel();
  services.summaries.close();
  services.contents.clear();
  services.queryClient.clear();
}
