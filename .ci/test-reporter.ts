import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

/** Counts a package's tests and names those that were skipped, in test-report.json; the check adds them up. */
export default class TestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const report = {
      passed: count('passed'),
      failed: count('failed'),
      skipped: tests.filter((test) => test.result().state === 'skipped').map((test) => test.fullName),
    }
    writeFileSync(join(process.cwd(), 'test-report.json'), `${JSON.stringify(report, null, 2)}\n`)
  }
}
