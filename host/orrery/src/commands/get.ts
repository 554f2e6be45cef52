import { HostError } from '../errors.ts'
import { connectionOptions, readConnection } from './connection-options.ts'
import { defineCommand } from './define-command.ts'

export const get = defineCommand({
  name: 'get',
  words: ['KIND', '[ID]'],
  summary: 'show the resources of a kind, or one of them',
  notes: `KIND is folder, datasource or dashboard, also in the plural. What yaml and json say can be applied again.
Secrets are never shown: in their place is a reference, which holds on this host only.`,
  options: {
    output: { type: 'string', short: 'o', value: 'FORMAT', about: 'table, yaml, json or name (default: table)' },
    search: { type: 'string', value: 'TEXT', about: 'only those with this text in their title or id' },
    ...connectionOptions,
  },
  run: async (
    { words: [kindWord = '', id], options: { output: format = 'table', search, ...connection } },
    terminal,
  ) => {
    const { formats, getResources } = await import('../remote/get-resources.ts')
    const { parseKind } = await import('../remote/kind-words.ts')
    const { createRemote } = await import('../remote/remote.ts')
    const help = 'orrery help get'
    if (format !== 'table' && format !== 'yaml' && format !== 'json' && format !== 'name')
      throw new HostError('CONFIG_ARGUMENTS', {
        reason: `There is no format "${format}". Use ${Object.keys(formats).join(', ')}`,
        help,
      })
    if (id !== undefined && search !== undefined)
      throw new HostError('CONFIG_ARGUMENTS', { reason: 'Give either ID or --search', help })
    const kind = parseKind(kindWord, 'get')
    const remote = createRemote(await readConnection(connection, terminal), terminal)
    terminal.out(await getResources(remote, { kind, id, search, format }))
    return 0
  },
})
