import { crc32 } from 'node:zlib';

/** No line of a manifest may be longer, its end included: https://docs.oracle.com/en/java/javase/17/docs/specs/jar/jar.html */
const LINE_BYTES = 72;

/** A header of a manifest, carried on over as many lines as it takes. */
export function manifestHeader(name: string, value: string): string {
  const room = LINE_BYTES - '\r\n'.length;
  const bytes = Buffer.from(`${name}: ${value}`);
  const lines = [bytes.subarray(0, room)];
  for (let at = room; at < bytes.length; at += room - 1) lines.push(bytes.subarray(at, at + room - 1));
  return lines.map((line) => line.toString('latin1')).join('\r\n ');
}

/** A jar that holds a manifest and nothing else: `java -jar` starts `mainClass` out of the jars at `urls`. */
export function manifestJar(mainClass: string, urls: readonly string[]): Buffer {
  const headers = [
    manifestHeader('Manifest-Version', '1.0'),
    manifestHeader('Main-Class', mainClass),
    manifestHeader('Class-Path', urls.join(' ')),
  ];
  return storedZip('META-INF/MANIFEST.MF', Buffer.from(`${headers.join('\r\n')}\r\n\r\n`, 'latin1'));
}

/** A zip of one uncompressed file: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16. */
function storedZip(path: string, data: Buffer): Buffer {
  const name = Buffer.from(path);
  const [u16, u32] = [little(2), little(4)];
  const version = u16(20);
  // Flags, method (stored), time and date (1980-01-01), checksum, size compressed and not, length of name and extra.
  const about = [u16(0), u16(0), u16(0), u16(0x21), u32(crc32(data)), u32(data.length), u32(data.length)];
  const lengths = [u16(name.length), u16(0)];
  const local = Buffer.concat([u32(0x04034b50), version, ...about, ...lengths, name, data]);
  // Length of comment, disk, attributes inside and outside, offset of the local header.
  const rest = [u16(0), u16(0), u16(0), u32(0), u32(0)];
  const central = Buffer.concat([u32(0x02014b50), version, version, ...about, ...lengths, ...rest, name]);
  const counts = [u16(0), u16(0), u16(1), u16(1)];
  const end = [u32(0x06054b50), ...counts, u32(central.length), u32(local.length), u16(0)];
  return Buffer.concat([local, central, ...end]);
}

const little =
  (bytes: 2 | 4) =>
  (value: number): Buffer => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeUIntLE(value, 0, bytes);
    return buffer;
  };
