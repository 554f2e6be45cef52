// The whole check: lint, types, build, tests. Ends with what was skipped, by name, and one line that counts.
import { readFileSync, readdirSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { abilities } from './abilities.mjs'
import { bin, root, runNode, TURBO } from './run-step.mjs'

const started = Date.now()
const steps = [
  ['lint', bin('oxlint/bin/oxlint'), []],
  ['lint templates', bin('eslint/bin/eslint.js'), ['.']],
  ['format', bin('oxfmt/bin/oxfmt'), ['--check']],
  ['unused code', bin('knip/bin/knip.js'), ['--no-progress']],
  [
    'types, build and tests',
    TURBO,
    [
      'run',
      'typecheck',
      'build',
      'test',
      '--continue=dependencies-successful',
      '--output-logs=errors-only',
      '--log-order=grouped',
      // As many tasks as processors: tests that wait for each other's processor time out.
      '--concurrency=100%',
    ],
  ],
]

const packages = ['core', 'sdk', 'plugins', 'host'].flatMap((layer) =>
  readdirSync(join(root, layer)).map((name) => join(root, layer, name)),
)
const reports = [...packages, join(root, 'test')].map((folder) => join(folder, 'test-report.json'))
for (const report of reports) rmSync(report, { force: true })

let failed
for (const [name, script, args] of steps) {
  const at = Date.now()
  const code = await runNode(script, args, { env: { ORRERY_ABILITIES: abilities } })
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name} (${((Date.now() - at) / 1000).toFixed(1)} s)`)
  if (code !== 0) {
    failed = name
    break
  }
}

const results = reports.filter((file) => existsSync(file)).map((file) => JSON.parse(readFileSync(file, 'utf8')))
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
const skipped = results.flatMap(({ skipped }) => skipped)

if (skipped.length)
  console.log(
    `\nSkipped, because this machine lacks a server or a browser:\n${skipped.map((name) => `  ${name}`).join('\n')}`,
  )
console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s`)
// What the system forbids cannot be installed.
const avoidable = skipped.filter((name) => !name.includes('where the system allows it'))
if (avoidable.length && process.env.ORRERY_SKIP_NOTHING) failed ??= 'skipped tests, although ORRERY_SKIP_NOTHING is set'
if (failed) console.error(`orrery: check failed: ${failed}`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${skipped.length} skipped`)
process.exit(failed ? 1 : 0)
