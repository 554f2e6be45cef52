import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DashboardSpec, PlaylistSpec } from '@orrery/dashboard'
import { builtInTransforms, Expression, fiscalRanges, quickRanges } from '@orrery/query'
import {
  AnnotationOptions,
  AxisFieldOptions,
  HideFrom,
  LegendOptions,
  FieldConfigSource,
  listUnits,
  mapTexts,
  numberReducers,
  pluralForms,
  ReduceOptions,
  reducers,
  TooltipOptions,
  type PluginDefinition,
  type Texts,
} from '@orrery/sdk'
import { describe, expect, it } from 'vitest'
import { operationChoices } from '../../plugins/datasource-prometheus/src/promql/builder/operations.ts'
import { codeOnlyReasons } from '../../plugins/datasource-prometheus/src/promql/builder/to-builder.ts'
import { functions } from '../../plugins/datasource-prometheus/src/promql/functions.ts'
import { aggregations } from '../../plugins/datasource-prometheus/src/promql/functions/aggregations.ts'
import { keywords } from '../../plugins/datasource-prometheus/src/promql/keywords.ts'
import { packages, root, sourcesOf, type Package } from '../support/packages.ts'
import { wordsOf } from '../support/words.ts'

const promqlWords = [...functions, ...aggregations, ...keywords].map(({ summary }) => summary)

/** The expressions that code passes to `t`, and what they can be beside the texts of the plugin's manifest. */
const dynamicTexts: Readonly<Record<string, readonly string[]>> = {
  'range.title': [...quickRanges, ...fiscalRanges].map(({ title }) => title),
  'quick.title': [],
  'unit.title': listUnits().map(({ title }) => title),
  'unit.category': listUnits().map(({ category }) => category),
  'one.summary': promqlWords,
  'choice.category': operationChoices.map(({ category }) => category),
  'choice.summary': operationChoices.map(({ summary }) => summary),
  'reason.value': Object.values(codeOnlyReasons),
  summary: [],
  code: [],
  title: [],
  description: [],
  'numberReducers[id].title': Object.values(numberReducers).map(({ title }) => title),
}
const reference = readFileSync(join(root, 'docs/reference/errors.md'), 'utf8')
/** What the host answers is said by code. */
const codes = new Set(reference.match(/(?<=<a id=")\w+/g))

const importDefault = async (path: string): Promise<unknown> =>
  ((await import(join(root, path))) as { readonly default: unknown }).default

async function germanOf({ folder }: Package): Promise<Texts> {
  const file = `${folder}/src/locales/de.ts`
  return existsSync(join(root, file)) ? ((await importDefault(file)) as Texts) : {}
}

function textsOf(definition: object): readonly string[] {
  const found: string[] = []
  mapTexts(definition, (text) => {
    found.push(text)
    return text
  })
  return found
}

/** What a list of transformations shows of one, and its form. */
const listedOf = ({ title, description, keywords, options }: (typeof builtInTransforms)[number]) => ({
  title,
  description,
  keywords,
  options,
})

/** The group of a transformation is no text, but one of those that the editor knows. */
const shownOf = (contribution: object) =>
  'kind' in contribution && contribution.kind === 'transform' ? { ...contribution, group: undefined } : contribution

/** Schemas of options that several plugins have. */
const sharedOptions = [
  ReduceOptions,
  LegendOptions,
  TooltipOptions,
  AnnotationOptions,
  AxisFieldOptions,
  HideFrom,
  FieldConfigSource,
]

/** What lists and forms show of a plugin, from its manifest; the kit has the words of what plugins share. */
async function manifestTexts({ name, folder, layer }: Package): Promise<readonly string[]> {
  if (name === '@orrery/ui') return textsOf([...sharedOptions, reducers])
  if (name === '@orrery/web')
    return [DashboardSpec, PlaylistSpec, Expression, ...builtInTransforms.map(listedOf)].flatMap(textsOf)
  if (layer !== 'plugins') return []
  const { title, description, contributes } = (await importDefault(`${folder}/src/index.ts`)) as PluginDefinition
  return textsOf({ title, description, contributes: contributes.map(shownOf) })
}

const speakers = packages.filter(
  ({ layer, name, folder }) =>
    ['@orrery/web', '@orrery/ui'].includes(name) ||
    (layer === 'plugins' && existsSync(join(root, folder, 'src/index.ts'))),
)
const named = (wanted: string) => packages.filter(({ name }) => name === wanted)
/** The kit has the words of the SDK too, which has no catalogue. */
const speaksFor = (each: Package) => (each.name === '@orrery/ui' ? [each, ...named('@orrery/sdk')] : [each])
const kit = await germanOf(packages.find(({ name }) => name === '@orrery/ui')!)
const spoken = await Promise.all(
  speakers.map(async (each) => {
    const words = speaksFor(each)
      .flatMap(sourcesOf)
      .filter(({ file }) => !/\.test(-d)?\.ts$/.test(file))
      .map(({ file, text }) => ({ file, ...wordsOf(file, text) }))
    const dynamic = words.flatMap(({ dynamic: expressions }) => expressions.flatMap((key) => dynamicTexts[key] ?? []))
    const literal = words.flatMap(({ texts }) => texts.map(({ text }) => text))
    const texts = new Set([...literal, ...dynamic, ...(await manifestTexts(each))])
    return { name: each.name, layer: each.layer, words, texts, german: await germanOf(each) }
  }),
)

const placesOf = (text: string) => String([...new Set(text.match(/\{\w+\}/g))].sort())

describe.each(spoken)('$name', ({ layer, words, texts, german }) => {
  it('says everything in German', () => {
    const isThere = (text: string) => Object.hasOwn(german, text) || (layer !== 'sdk' && Object.hasOwn(kit, text))
    expect([...texts].filter((text) => !isThere(text))).toEqual([])
  })

  it('has no German text that nothing says', () => {
    const idle = Object.keys(german).filter((key) => !texts.has(key) && !codes.has(key))
    expect(idle).toEqual([])
  })

  it('keeps the places for values, and has a form for each number', () => {
    const wrong = Object.entries(german).filter(([key, text]) => {
      const forms = key.includes(' | ') ? pluralForms('de').length : 1
      return text.split(' | ').length !== forms || (!codes.has(key) && placesOf(key) !== placesOf(text))
    })
    expect(wrong).toEqual([])
  })

  it('gives a count to texts that have forms for it', () => {
    const wrong = words.flatMap(({ file, texts: all }) =>
      all.filter(({ text, hasCount }) => text.includes(' | ') && !hasCount).map(({ text }) => `${file}: ${text}`),
    )
    expect(wrong).toEqual([])
  })

  it('passes to t what is known before it runs', () => {
    const unknown = words.flatMap(({ file, dynamic }) =>
      dynamic.filter((key) => !Object.hasOwn(dynamicTexts, key)).map((key) => `${file}: t(${key})`),
    )
    expect(unknown).toEqual([])
  })
})

// The host opens the texts of a plugin before its code; its own code and the kit are one module graph.
it.each(spoken.filter(({ layer }) => layer !== 'plugins'))(
  '$name makes no text before the language is known',
  (each) => {
    expect(each.words.flatMap(({ file, early }) => early.map((text) => `${file}: ${text}`))).toEqual([])
  },
)
