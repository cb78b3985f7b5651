export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What windows-1252 has between 0x80 and 0x9f; everything else below 0x100 is Latin-1. */
const windows1252Extra: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‚': 0x82,
  '„': 0x84,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '™': 0x99,
};

/** Text in windows-1252; what it cannot say becomes `?`. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0x3f;
    return windows1252Extra[character] ?? (code < 0x100 ? code : 0x3f);
  });
}

export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}
