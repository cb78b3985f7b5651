declare const brand: unique symbol;

/** A primitive that must not be confused with others of the same type: `Brand<string, 'DocumentId'>`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
