const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 20;

/** Bytes from here on would make the first letters likelier than the last: they are thrown away. */
const FAIR = 256 - (256 % ALPHABET.length);

/** Fills an array with random bytes; a test gives its own. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** The id of a new message: 20 letters and digits, all equally likely. */
export const messageId = (fill: RandomBytes = (bytes) => crypto.getRandomValues(bytes)): string => {
  let id = '';
  while (id.length < LENGTH) {
    for (const byte of fill(new Uint8Array(LENGTH))) {
      if (byte < FAIR && id.length < LENGTH) id += ALPHABET[byte % ALPHABET.length];
    }
  }
  return id;
};
