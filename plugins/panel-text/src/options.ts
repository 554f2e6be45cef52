import { Choice, Type, ui, type Static } from '@orrery/sdk'

export const languages = {
  text: 'Plain text',
  css: 'CSS',
  go: 'Go',
  html: 'HTML',
  javascript: 'JavaScript, TypeScript',
  json: 'JSON',
  markdown: 'Markdown',
  python: 'Python',
  shell: 'Shell',
  sql: 'SQL',
  toml: 'TOML',
  yaml: 'YAML',
} as const
export type Language = keyof typeof languages

export const Options = Type.Object(
  {
    mode: Choice({ markdown: 'Markdown', html: 'HTML', code: 'Code' }, { title: 'Written as', default: 'markdown' }),
    content: Type.String({
      title: 'Text',
      description: 'May hold $variables, and ${__data.fields.name} where it is shown for each row.',
      default: '',
      maxLength: 200_000,
      ...ui({ widget: 'textarea' }),
    }),
    render: Choice(
      { once: 'Once', perRow: 'For each row of the data' },
      { title: 'Shown', description: 'Series stand for a row each, with their last value.', default: 'once' },
    ),
    language: Choice(languages, { title: 'Language', default: 'text', ...ui({ showIf: { mode: 'code' } }) }),
    lineNumbers: Type.Boolean({ title: 'Line numbers', default: false, ...ui({ showIf: { mode: 'code' } }) }),
    minimap: Type.Boolean({
      title: 'Map of the code',
      description: 'Beside it, where the panel is wide enough.',
      default: false,
      ...ui({ showIf: { mode: 'code' } }),
    }),
  },
  { additionalProperties: false },
)
export type Options = Static<typeof Options>
