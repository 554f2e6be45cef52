import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, packageOf, packages, sourcesOf } from '../support/packages.ts'

const byName = new Map(packages.map((each) => [each.name, each]))
const names = (layer: string) => packages.filter((each) => each.layer === layer).map(({ name }) => name)

/** The order in which core packages may use each other: a package uses those before it. */
const coreOrder = ['schema', 'frames', 'kernel', 'resource', 'format', 'query', 'dashboard', 'alerting', 'access'].map(
  (name) => `@orrery/${name}`,
)

/** What a package may use of this repository. */
function allowed(name: string): readonly string[] {
  const layer = byName.get(name)!.layer
  if (layer === 'core') return coreOrder.slice(0, coreOrder.indexOf(name))
  if (layer === 'sdk') return [...names('core'), ...names('sdk')]
  if (layer === 'plugins') return ['@orrery/sdk', '@orrery/ui', '@orrery/testing', '@orrery/cli']
  if (name === '@orrery/api') return names('core')
  if (name === '@orrery/host') return [...byName.keys()]
  return [...names('core'), ...names('sdk'), '@orrery/api']
}

describe.each(packages)('$name', (each) => {
  const { json, name } = each
  const declared = Object.keys({ ...json.dependencies, ...json.devDependencies, ...json.peerDependencies })

  it('depends on its own layer and lower ones only', () => {
    const foreign = declared.filter((dependency) => byName.has(dependency) && !allowed(name).includes(dependency))
    expect(foreign).toEqual([])
  })

  it('imports what it declares, and nothing of a higher layer', () => {
    const wrong = sourcesOf(each).flatMap(({ file, text }) =>
      importsOf(text)
        .filter(
          (specifier) =>
            !specifier.startsWith('.') &&
            !specifier.startsWith('node:') &&
            !specifier.startsWith('virtual:') &&
            !specifier.includes('$'),
        )
        .map(packageOf)
        .filter(
          (dependency) =>
            dependency !== name &&
            !declared.includes(dependency) &&
            !(
              /(\.(test|test-d)|\/testing)\.ts$/.test(file) &&
              ['vitest', 'fast-check', 'playwright-core', 'happy-dom', 'vite'].includes(dependency)
            ),
        )
        .map((dependency) => `${file} imports ${dependency}`),
    )
    expect(wrong).toEqual([])
  })

  it('reaches other packages by name, never by a relative path', () => {
    const outside = sourcesOf(each).flatMap(({ file, text }) =>
      importsOf(text)
        .filter((specifier) => specifier.startsWith('.') && join(dirname(file), specifier).startsWith('..'))
        .map((specifier) => `${file} imports ${specifier}`),
    )
    expect(outside).toEqual([])
  })
})

it.each(packages.filter(({ layer }) => layer === 'core'))('$name knows neither Node, Vue nor a page', (each) => {
  const wrong = sourcesOf(each).flatMap(({ file, text }) =>
    importsOf(text)
      .filter((specifier) => specifier.startsWith('node:') || packageOf(specifier) === 'vue')
      .map((specifier) => `${file} imports ${specifier}`),
  )
  expect(wrong).toEqual([])
})

it('keeps the HTTP contract free of what serves it and what shows it', () => {
  const { dependencies, devDependencies, peerDependencies } = byName.get('@orrery/api')!.json
  const declared = Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies })
  expect(declared.filter((name) => ['vue', 'fastify'].includes(name))).toEqual([])
})
