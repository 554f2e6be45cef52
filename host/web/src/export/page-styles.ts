const files = new Map<string, Promise<string | undefined>>()

/** A file of this host as a data URL; undefined when it does not come. */
export function toDataUrl(url: string): Promise<string | undefined> {
  const known = files.get(url)
  if (known) return known
  const read = async () => {
    const response = await fetch(url)
    if (!response.ok) return undefined
    const content = await response.blob()
    return new Promise<string>((resolve, reject) => {
      const reader = new FileReader()
      reader.addEventListener('load', () => resolve(String(reader.result)))
      reader.addEventListener('error', () => reject(reader.error ?? new Error(url)))
      reader.readAsDataURL(content)
    })
  }
  const file = read().catch(() => undefined)
  files.set(url, file)
  return file
}

const bare = (text: string) => text.replaceAll(/["'\s]/g, '').toLowerCase()
const faceName = (family: string, range: string) => `${bare(family)} ${bare(range)}`

/** A font face with its file in it, when the page has used it. */
async function withFile({ style, cssText }: CSSFontFaceRule, base: string, used: ReadonlySet<string>): Promise<string> {
  const range = style.getPropertyValue('unicode-range') || 'U+0-10FFFF'
  if (!used.has(faceName(style.getPropertyValue('font-family'), range))) return ''
  const url = /url\("?([^")]+)"?\)/.exec(cssText)
  const file = url && (await toDataUrl(new URL(url[1]!, base).href))
  return file ? cssText.replace(url[0], `url("${file}")`) : ''
}

/** All style rules of the page as one text, with the fonts that it uses, for where no file can be loaded. */
export async function pageStyles(): Promise<string> {
  const used = new Set(
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family, unicodeRange }) => faceName(family, unicodeRange)),
  )
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets]
  const texts = sheets.flatMap((sheet) =>
    [...sheet.cssRules].map((rule) =>
      rule instanceof CSSFontFaceRule ? withFile(rule, sheet.href ?? location.href, used) : rule.cssText,
    ),
  )
  return (await Promise.all(texts)).join('\n')
}
