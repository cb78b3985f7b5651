import './visually-hidden.css';

/** Says `text` politely whenever it changes; not seen. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}
