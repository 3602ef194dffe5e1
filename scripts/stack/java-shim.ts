import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where the real Java is: in this folder, or on this PATH. */
export interface Java {
  readonly folder: string | undefined;
  readonly path: string;
}

/**
 * Writes a `java` into this folder that tells the Firestore emulator another address for its events, and is Java's own in
 * all else. The Firebase CLI has no setting for it: it names the Functions emulator itself. Returns the folder, for PATH.
 */
export function writeJavaShim(folder: string, events: string, java: Java): string {
  const path = [java.folder, java.path].filter((part) => part !== undefined).join(delimiter);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'java');
  const shim = SHIM.replace('EVENTS', () => quoted(events)).replace('PLACES', () => quoted(path));
  writeFileSync(file, shim);
  chmodSync(file, 0o755);
  return folder;
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Puts each argument back behind the others, the one after `--functions_emulator` changed. */
const SHIM = `#!/bin/sh
left=$#
while [ "$left" -gt 0 ]; do
  argument=$1
  shift
  [ "$before" = --functions_emulator ] && argument=EVENTS
  before=$argument
  set -- "$@" "$argument"
  left=$((left - 1))
done
PATH=PLACES exec java "$@"
`;
