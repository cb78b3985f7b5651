import { expect, it, vi } from 'vitest';
import { createReader } from './create-reader.ts';

it('prints a body that is not XML as its own renderer does, as long as that is there', () => {
  const reader = createReader(
    (id) => id,
    () => null,
  );
  expect(reader.bodyPrint()).toBeUndefined();
  const print = vi.fn();
  reader.bodyHandle({ print });
  reader.bodyPrint()?.();
  expect(print).toHaveBeenCalledOnce();
  reader.bodyHandle(undefined);
  expect(reader.bodyPrint()).toBeUndefined();
});
