/** A part of a text: what its author wrote, or a value that is only ever text. */
export type TextPiece = { readonly text: string } | { readonly value: string }
