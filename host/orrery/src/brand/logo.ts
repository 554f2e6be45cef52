import { readFile } from 'node:fs/promises'
import type { Brand } from '@orrery/server'
import { HostError } from '../errors.ts'

const MOST_BYTES = 256 * 1024
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A logo, read and recognised by its content. CONFIG_LOGO_INVALID when it is none. */
export async function readLogo(file: string): Promise<NonNullable<Brand['logo']>> {
  const refuse = (reason: string, options?: ErrorOptions): never => {
    throw new HostError('CONFIG_LOGO_INVALID', { file, reason }, options)
  }
  const content = await readFile(file).catch((cause: NodeJS.ErrnoException) =>
    refuse(`it cannot be read (${cause.code ?? cause.message})`, { cause }),
  )
  if (content.length > MOST_BYTES) return refuse(`it is larger than ${MOST_BYTES} bytes`)
  if (content.subarray(0, PNG.length).equals(PNG)) return { type: 'image/png', content }
  if (isSvg(content.toString('utf8'))) return { type: 'image/svg+xml', content }
  return refuse('it is neither SVG nor PNG')
}

/** Whether `<svg` is the first element, after a declaration, comments and a document type. */
const isSvg = (text: string) =>
  /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--[^]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s>]/i.test(text)
