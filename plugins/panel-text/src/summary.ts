import type { Summary } from '@orrery/sdk'
import type { Options } from './options.ts'
import { readParts } from './parts.ts'
import { toPlain } from './template.ts'
import { t } from './text.ts'

const longest = 400

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

/** What is read of HTML; what runs or styles is no text. */
const withoutTags = (text: string) =>
  text
    .replaceAll(/<(script|style)\b[^]*?<\/\1\s*>/gi, ' ')
    .replaceAll(/<!--[^]*?-->|<\/?[a-z][^>]*>/gi, ' ')
    .replaceAll(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name]!)

/** Markdown without its signs. */
const withoutSigns = (text: string) =>
  text
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\s*(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
    .replaceAll(/[*_`~]{1,3}/g, '')

const readings: Readonly<Record<Options['mode'], (text: string) => string>> = {
  markdown: (text) => withoutSigns(withoutTags(text)),
  html: withoutTags,
  code: (text) => text,
}

const summary: Summary<Options> = (props) => {
  const { parts } = readParts(props)
  const text = parts
    .map((pieces) => readings[props.options.mode](toPlain(pieces)).replaceAll(/\s+/g, ' ').trim())
    .join(' ')
    .trim()
  if (text === '') return t('No text.')
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text
}
export default summary
