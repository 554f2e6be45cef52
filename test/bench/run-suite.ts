// One suite in a process of its own, so that none meets code that another has warmed up. Sends its figures to the parent.
import { suites } from './suites.ts'

const name = process.argv[2] ?? ''
const { default: run } = await suites[name]!.load()
const figures = await run()
process.send!(figures, () => process.exit())
