import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readFileVariables } from './file-variables.ts'

const fileOf = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-variables-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'secret'), text)
  return join(folder, 'secret')
}

it('reads variables from files, without the end of the line', () => {
  const environment = { ORRERY_SECRET_KEY_FILE: fileOf('k e y\n'), OTHER_FILE: '/nowhere', ORRERY_LOGO_FILE: '' }
  readFileVariables(environment)
  expect(environment).toMatchObject({ ORRERY_SECRET_KEY: 'k e y' })
  expect(environment).not.toHaveProperty('OTHER')
})

it('refuses a file that is not there, and a variable that is there already', () => {
  expect(() => readFileVariables({ ORRERY_DATABASE_FILE: '/nowhere' })).toThrow('/nowhere cannot be read')
  const twice = { ORRERY_DATABASE: 'x', ORRERY_DATABASE_FILE: fileOf('y') }
  expect(() => readFileVariables(twice)).toThrow('ORRERY_DATABASE and ORRERY_DATABASE_FILE say the same thing twice')
})
