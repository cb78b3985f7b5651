import type { RendererCapabilities, RendererEvent, Sentence } from '../renderers/renderer.ts';
import type { ContentError } from '../model/content.ts';
import { assertNever } from '../shared/assert-never.ts';

export type BodyState =
  | {
      readonly kind: 'loading';
      readonly received: number;
      readonly total?: number;
      /** What is being done with the bytes, all of them here. */
      readonly working?: Sentence;
    }
  | { readonly kind: 'ready' }
  /** Another patient's: nothing of it is shown. */
  | { readonly kind: 'refused'; readonly sentence: Sentence }
  | { readonly kind: 'problem'; readonly sentence?: Sentence; readonly error?: ContentError };

/** How one rendition of a document stands, as its renderer told. */
export interface ViewState {
  readonly body: BodyState;
  readonly notices: readonly { readonly id: string; readonly sentence: Sentence }[];
  readonly capabilities?: RendererCapabilities;
}

export const initialView: ViewState = { body: { kind: 'loading', received: 0 }, notices: [] };

/** What a renderer's word changes. A refusal is final: nothing after it is shown. */
export function afterEvent(view: ViewState, event: RendererEvent): ViewState {
  if (view.body.kind === 'refused') return view;
  switch (event.kind) {
    case 'progress':
      return view.body.kind === 'loading'
        ? {
            ...view,
            body: {
              kind: 'loading',
              received: event.received,
              ...(event.total === undefined ? {} : { total: event.total }),
            },
          }
        : view;
    case 'working':
      return view.body.kind === 'loading'
        ? { ...view, body: { ...view.body, working: event.sentence } }
        : view;
    case 'link':
      return view; // asked about by the reader, not kept
    case 'ready':
      return { ...view, body: { kind: 'ready' } };
    case 'notice': {
      const { id, sentence } = event;
      const others = view.notices.filter((notice) => notice.id !== id);
      return { ...view, notices: [...others, { id, sentence }] };
    }
    case 'refused':
      return { body: { kind: 'refused', sentence: event.sentence }, notices: [] };
    case 'problem':
      return {
        ...view,
        body: {
          kind: 'problem',
          sentence: event.sentence,
          ...(event.error === undefined ? {} : { error: event.error }),
        },
      };
    default:
      return assertNever(event);
  }
}

/** What a renderer publishes or withdraws. */
export function withCapabilities(
  { body, notices }: ViewState,
  capabilities: RendererCapabilities | undefined,
): ViewState {
  return capabilities === undefined ? { body, notices } : { body, notices, capabilities };
}
