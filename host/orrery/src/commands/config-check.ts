import { HostError } from '../errors.ts'
import { defineCommand } from './define-command.ts'
import { readConfiguration, settingOptions } from './setting-options.ts'

export const configCheck = defineCommand({
  name: 'config check',
  summary: 'show what is set and where it comes from, and check what it names',
  notes: `The exit code is 2 when the configuration cannot be read, 1 when something that it names is wrong, else 0.
Passwords and tokens are masked.`,
  options: {
    ...settingOptions,
    connect: { type: 'boolean', about: 'connect to the database too' },
    output: { type: 'string', short: 'o', value: 'FORMAT', about: 'table or json (default: table)' },
  },
  run: async ({ options: { connect, output = 'table', ...options } }, terminal) => {
    if (!['table', 'json'].includes(output))
      throw new HostError('CONFIG_ARGUMENTS', {
        reason: `There is no format "${output}"`,
        help: 'orrery help config check',
      })
    const configuration = await readConfiguration(options, terminal)
    const [{ findProblems }, { reportText, toReport }] = await Promise.all([
      import('../config-check/findings.ts'),
      import('../config-check/report.ts'),
    ])
    const report = toReport(configuration, await findProblems(configuration.settings, connect))
    terminal.out(output === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : reportText(report))
    return report.problems.some(({ level }) => level === 'error') ? 1 : 0
  },
})
