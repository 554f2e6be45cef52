import { expect, it } from 'vitest'
import { createLog } from './log.ts'

const logged = (use: (log: ReturnType<typeof createLog>) => void, level?: 'warn') => {
  const lines: string[] = []
  use(createLog({ write: (line) => lines.push(line), ...(level && { level }) }))
  return lines
}

it('writes level, message, fields and those of the logger', () => {
  const [line] = logged((log) => log.with({ plugin: 'p' }).warn('slow', { ms: 5 }))
  expect(JSON.parse(line!)).toMatchObject({
    level: 'warn',
    msg: 'slow',
    plugin: 'p',
    ms: 5,
    time: expect.stringMatching(/^\d{4}-/),
  })
})

it('leaves out what is below its level', () => {
  expect(logged((log) => log.info('fine'), 'warn')).toEqual([])
})

it('replaces secrets at any of three depths', () => {
  const [line] = logged((log) =>
    log.info('x', {
      password: 'hunter2',
      headers: { authorization: 'hunter2', 'set-cookie': 'hunter2' },
      a: { b: { token: 'hunter2' } },
    }),
  )
  expect(line).not.toContain('hunter2')
  expect(line).toContain('[secret]')
})

it('keeps the cause of an error', () => {
  const [line] = logged((log) => log.error('failed', { error: new Error('outer', { cause: new Error('inner') }) }))
  expect(line).toContain('outer')
  expect(line).toContain('inner')
})
