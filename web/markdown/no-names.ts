/**
 * Stands in for the package `decode-named-character-reference` (vite.config.ts), which in browsers has HTML read to find
 * out what `&copy;` is. Names of characters are HTML, and HTML is only words here: none has a meaning.
 */
export const decodeNamedCharacterReference = (): false => false;
