import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Calls while `active` whenever something outside of `root` is pressed, before what was pressed hears of it. */
export function usePressElsewhere(
  root: RefObject<Element | null>,
  active: boolean,
  onPress: () => void,
): void {
  const press = useEffectEvent(onPress);
  useEffect(
    function listenWhileActive() {
      if (!active) return undefined;
      const onPointerDown = ({ target }: PointerEvent): void => {
        if (target instanceof Node && root.current?.contains(target)) return;
        press();
      };
      window.addEventListener('pointerdown', onPointerDown, true);
      return () => window.removeEventListener('pointerdown', onPointerDown, true);
    },
    [root, active],
  );
}
