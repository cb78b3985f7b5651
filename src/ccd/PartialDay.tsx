import { useContext, useEffect } from 'react';
import { DateFieldStateContext } from 'react-aria-components';

/** Tells whether the date field around it is half typed; react-aria itself calls such a field empty. */
export function PartialDay({ onChange }: { readonly onChange: (partial: boolean) => void }) {
  const state = useContext(DateFieldStateContext);
  const editable = state?.segments.filter((segment) => segment.isEditable) ?? [];
  const filled = editable.filter((segment) => !segment.isPlaceholder).length;
  const partial = filled > 0 && filled < editable.length;
  useEffect(
    function reportPartial() {
      onChange(partial);
    },
    [onChange, partial],
  );
  return null;
}
