import { Component, type ReactNode } from 'react';

export interface RendererBoundaryProps {
  readonly onCrash: () => void;
  readonly children: ReactNode;
}

/** Keeps a format's failure inside its document; the reader says what happened. */
export class RendererBoundary extends Component<RendererBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onCrash();
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
