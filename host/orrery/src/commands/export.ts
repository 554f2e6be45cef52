import { connectionOptions, readConnection } from './connection-options.ts'
import { defineCommand } from './define-command.ts'

export const exportCommand = defineCommand({
  name: 'export',
  words: ['[DIR|-]'],
  summary: 'write all resources to files, which apply reads (default: to standard output)',
  notes: `One file for each resource, as dashboards/home.yaml. Files that say the same already are not touched, and no file is
removed. In place of a secret is a reference, which holds on this host only: another asks for the secret itself.`,
  options: {
    kind: { type: 'string', multiple: true, value: 'KIND', about: 'only resources of this kind; may be repeated' },
    json: { type: 'boolean', about: 'JSON in place of YAML' },
    ...connectionOptions,
  },
  run: async ({ words: [to = '-'], options: { kind: only, json: asJson, ...connection } }, terminal) => {
    const { exportResources } = await import('../remote/export-resources.ts')
    const { parseKind } = await import('../remote/kind-words.ts')
    const { createRemote } = await import('../remote/remote.ts')
    const chosen = only.length ? [...new Set(only.map((word) => parseKind(word, 'export')))] : undefined
    const remote = createRemote(await readConnection(connection, terminal), terminal)
    await exportResources(remote, { kinds: chosen, to, asJson }, terminal)
    return 0
  },
})
