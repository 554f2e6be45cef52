// Turns the changesets into versions and changelogs. What is built of a plugin says which SDK it is for, so a plugin whose
// range leaves out the new SDK gets a version of its own.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publicPackages } from './packages.mjs'
import { bin, must, root } from './run-step.mjs'

const useChangesets = () => must(bin('@changesets/cli/bin.js'), ['version'])

/** What a caret range of a version holds together: 1.x.x, but 0.1.x. */
const lineOf = (version) =>
  version
    .split('.')
    .slice(0, version.startsWith('0.') ? 2 : 1)
    .join('.')

const before = new Map(publicPackages().map(({ json }) => [json.name, json.version]))
await useChangesets()

const { version } = publicPackages().find(({ json }) => json.name === '@orrery/sdk').json
const left = publicPackages().filter(({ json }) => json.orrery && lineOf(json.orrery.sdk.slice(1)) !== lineOf(version))
const unchanged = left.filter(({ json }) => json.version === before.get(json.name))
if (unchanged.length) {
  const names = unchanged.map(({ json }) => `'${json.name}': patch`)
  writeFileSync(
    join(root, '.changeset/sdk.md'),
    ['---', ...names, '---', '', `Built for @orrery/sdk ${version}.`, ''].join('\n'),
  )
  await useChangesets()
}
for (const { folder, json: stale } of left) {
  const { json } = publicPackages().find(({ json }) => json.name === stale.name)
  const changed = { ...json, orrery: { ...json.orrery, sdk: `^${version}` } }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(changed, undefined, 2)}\n`)
}
