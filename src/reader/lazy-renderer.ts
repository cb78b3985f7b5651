import { lazy, type ComponentType } from 'react';
import type { RendererEntry, RendererProps } from '../renderers/renderer.ts';

const loaded = new Map<RendererEntry, ComponentType<RendererProps>>();

/** The component of a format, its code fetched when it is first shown. */
export function lazyRenderer(entry: RendererEntry): ComponentType<RendererProps> {
  const known = loaded.get(entry);
  if (known !== undefined) return known;
  const component = lazy(async () => ({ default: (await entry.load()).Renderer }));
  loaded.set(entry, component);
  return component;
}

/** Forgets a format whose code could not be fetched, so that it is asked for again. */
export function forgetRenderer(entry: RendererEntry): void {
  loaded.delete(entry);
}
