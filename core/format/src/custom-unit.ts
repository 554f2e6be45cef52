import { byPattern } from './date-text.ts'
import { compact, si, siFactor, single, type Ladder } from './ladder.ts'
import type { Unit } from './unit.ts'

const spaced = (suffix: string) => (suffix === '' ? '' : ` ${suffix}`)

/** `F` is the unit itself; in `mF` the value counts thousandths, in `kF` thousands of it. A lone letter is a unit. */
function toSi(text: string): Ladder {
  const [first = '', ...rest] = text
  const factor = rest.length > 0 ? siFactor(first) : undefined
  return factor === undefined ? si(text) : si(rest.join(''), factor)
}

const forms: Readonly<Record<string, (text: string) => { readonly prefix?: string; readonly ladder: Ladder }>> = {
  prefix: (prefix) => ({ prefix, ladder: single('') }),
  suffix: (suffix) => ({ ladder: single(spaced(suffix)) }),
  count: (suffix) => ({ ladder: compact(spaced(suffix)) }),
  currency: (prefix) => ({ prefix, ladder: compact() }),
  si: (text) => ({ ladder: toSi(text) }),
}

/** The unit of an id that the table lacks, see `parseUnit`. */
export function parseCustomUnit(id: string): Unit {
  const base = { id, title: id, category: 'Custom' }
  const colon = id.indexOf(':')
  const form = id.slice(0, Math.max(0, colon))
  const text = id.slice(colon + 1)
  if (form === 'time') return { ...base, kind: 'date', toText: byPattern(text) }
  if (form === 'bool') {
    const [yes = '', ...no] = text.split('/')
    return { ...base, kind: 'boolean', yes, no: no.length > 0 ? no.join('/') : '–' }
  }
  const { prefix = '', ladder } = Object.hasOwn(forms, form) ? forms[form]!(text) : forms['suffix']!(id)
  return { ...base, kind: 'scaled', prefix, ladder }
}
