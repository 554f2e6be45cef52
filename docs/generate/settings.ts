import { Settings, textSettings, toOption, toVariable } from '../../host/orrery/src/settings.ts'
import { rowsOf, type SchemaNode } from './schema-rows.ts'

/** The reference of the host's settings, from their schema. */
export const settingsPage = (): string =>
  [
    '# Settings',
    '',
    'What `orrery.config.ts` can say, generated from its schema. [Configuration](../guide/configuration.md) tells where it',
    'stands. All are optional. Those that one text can say are options of the command line and variables too.',
    '',
    '| name | value | default | meaning |',
    '| --- | --- | --- | --- |',
    // A value of typebox is a JSON Schema, which its type does not show.
    ...rowsOf(Settings as unknown as SchemaNode, ''),
    '',
    '| name | command line | environment |',
    '| --- | --- | --- |',
    ...Object.keys(textSettings).map((name) => `| \`${name}\` | \`${toOption(name)}\` | \`${toVariable(name)}\` |`),
    '',
  ].join('\n')
