import { StreamLanguage, type Extension } from '@orrery/ui/editor'
import type { Language } from '../options.ts'

const loaders: Readonly<Record<Exclude<Language, 'text'>, () => Promise<Extension>>> = {
  css: async () => (await import('@codemirror/lang-css')).css(),
  go: async () => (await import('@codemirror/lang-go')).go(),
  html: async () => (await import('@codemirror/lang-html')).html(),
  javascript: async () => (await import('@codemirror/lang-javascript')).javascript({ typescript: true, jsx: true }),
  json: async () => (await import('@codemirror/lang-json')).json(),
  markdown: async () => (await import('@codemirror/lang-markdown')).markdown(),
  python: async () => (await import('@codemirror/lang-python')).python(),
  shell: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/shell')).shell),
  sql: async () => (await import('@codemirror/lang-sql')).sql(),
  toml: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/toml')).toml),
  yaml: async () => (await import('@codemirror/lang-yaml')).yaml(),
}

/** Colours for a language, loaded when it is first shown. */
export const loadLanguage = (language: Language): Promise<Extension> =>
  language === 'text' ? Promise.resolve([]) : loaders[language]()
