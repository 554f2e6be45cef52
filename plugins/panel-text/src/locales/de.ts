import type { Texts } from '@orrery/sdk'

export default {
  'No text.': 'Kein Text.',
  'No text': 'Kein Text',
  'The text of this panel is empty.': 'Der Text dieses Panels ist leer.',
  'Only {most} of {count} rows are shown.': 'Nur {most} von {count} Zeilen werden gezeigt.',
  Code: 'Code',
  Text: 'Text',
  'Panels of text beside the data: explanations, links, run books, code.':
    'Panels mit Text neben den Daten: Erklärungen, Links, Anleitungen, Code.',
  'Markdown, HTML or code, with the values of variables and data.':
    'Markdown, HTML oder Code, mit den Werten von Variablen und Daten.',
  Markdown: 'Markdown',
  HTML: 'HTML',
  'Written as': 'Geschrieben als',
  'May hold $variables, and ${__data.fields.name} where it is shown for each row.':
    'Darf $variablen enthalten, und ${__data.fields.name}, wo er für jede Zeile gezeigt wird.',
  Once: 'Einmal',
  'For each row of the data': 'Für jede Zeile der Daten',
  Shown: 'Gezeigt',
  'Series stand for a row each, with their last value.': 'Reihen stehen für je eine Zeile, mit ihrem letzten Wert.',
  Language: 'Sprache',
  'Plain text': 'Einfacher Text',
  CSS: 'CSS',
  Go: 'Go',
  'JavaScript, TypeScript': 'JavaScript, TypeScript',
  JSON: 'JSON',
  Python: 'Python',
  Shell: 'Shell',
  SQL: 'SQL',
  TOML: 'TOML',
  YAML: 'YAML',
  'Line numbers': 'Zeilennummern',
  'Map of the code': 'Karte des Codes',
  'Beside it, where the panel is wide enough.': 'Daneben, wo das Panel breit genug ist.',
} satisfies Texts
