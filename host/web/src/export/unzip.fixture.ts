import { inflateRawSync } from 'node:zlib'

const ENTRY = 0x02014b50

/** The files of a zip archive as texts, by name. */
export function unzipTexts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes)
  const files = new Map<string, string>()
  // The end of the archive says where its list of files begins.
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16)
  while (zip.readUInt32LE(at) === ENTRY) {
    const length = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const content = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    const isStored = zip.readUInt16LE(at + 10) === 0
    const name = zip.toString('utf8', at + 46, at + 46 + length)
    files.set(name, (isStored ? content : inflateRawSync(content)).toString())
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}
