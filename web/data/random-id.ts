const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits of a message's id: the rules want as many. */
const MESSAGE_LENGTH = 20;

/** Bytes from here on would make the first letters likelier than the last: they are thrown away. */
const FAIR = 256 - (256 % ALPHABET.length);

/** Fills an array with random bytes; a test gives its own. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** Letters and digits, all equally likely, and not to be guessed. */
export const randomId = (
  length: number,
  fill: RandomBytes = (bytes) => crypto.getRandomValues(bytes),
): string => {
  let id = '';
  while (id.length < length) {
    for (const byte of fill(new Uint8Array(length))) {
      if (byte < FAIR && id.length < length) id += ALPHABET[byte % ALPHABET.length];
    }
  }
  return id;
};

/** The id of a new message. */
export const messageId = (fill?: RandomBytes): string => randomId(MESSAGE_LENGTH, fill);
