import type { FactValue } from './entry-fact.ts';

/** Whether a value says only why there is none. */
export const isNullValue = (value: FactValue): boolean =>
  value.kind === 'null' ||
  (value.kind === 'coded' &&
    value.qualifiers === undefined &&
    (value.code.text ?? value.code.code ?? value.valueSet ?? value.target) === undefined);
