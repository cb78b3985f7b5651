import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { t } from '../messages/messages.ts';

const widths = { smallest: 280, usual: 360, largest: 640, step: 20 } as const;

const within = (width: number): number =>
  Math.min(Math.max(Math.round(width), widths.smallest), widths.largest);

/** The line between list and reader: drag it, or move it with the arrow keys; Home sets the usual width. */
export function Divider() {
  const [width, setWidth] = useState<number>(widths.usual);
  const line = useRef<HTMLDivElement>(null);
  const body = () => line.current?.closest<HTMLElement>('.chart-body');
  const apply = (next: number) => {
    const bounded = within(next);
    setWidth(bounded);
    body()?.style.setProperty('--list-width', `${bounded / 16}rem`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next =
      event.key === 'ArrowLeft'
        ? width - widths.step
        : event.key === 'ArrowRight'
          ? width + widths.step
          : event.key === 'Home'
            ? widths.usual
            : undefined;
    if (next === undefined) return;
    event.preventDefault();
    apply(next);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const left = body()?.getBoundingClientRect().left ?? 0;
    apply(event.clientX - left);
  };
  return (
    // A focusable separator is a widget: https://www.w3.org/TR/wai-aria-1.2/#separator
    <div
      ref={line}
      className="divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={t('app.divider')}
      aria-valuemin={widths.smallest}
      aria-valuemax={widths.largest}
      aria-valuenow={width}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}
