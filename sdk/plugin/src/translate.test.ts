import { expect, it } from 'vitest'
import { addCatalogue, createTranslator, pluralForms } from './index.ts'

addCatalogue('polish', {
  locale: 'pl',
  texts: {
    Save: 'Zapisz',
    'Delete {name}': 'Usuń {name}',
    '{count} row | {count} rows': '{count} wiersz | {count} wiersze | {count} wierszy | {count} wiersza',
  },
})
const polish = createTranslator('polish')

it('answers the English text without a catalogue', () => {
  expect(createTranslator('none')('Save')).toBe('Save')
})

it('answers the English text that a catalogue lacks, with English plurals', () => {
  expect([polish('Cancel'), polish('{count} panel | {count} panels', {}, 5)]).toEqual(['Cancel', '5 panels'])
})

it('puts params into the translation and leaves unknown places', () => {
  expect(polish('Delete {name}', { name: 'CPU' })).toBe('Usuń CPU')
  expect(createTranslator('none')('{a} of {b}', { a: '{b}' })).toBe('{b} of {b}')
})

it('chooses the plural form of the language', () => {
  expect([1, 3, 5, 1.5].map((count) => polish('{count} row | {count} rows', {}, count))).toEqual([
    '1 wiersz',
    '3 wiersze',
    '5 wierszy',
    '1,5 wiersza',
  ])
})

it('takes what a catalogue lacks from the words of the kit', () => {
  const t = createTranslator('late')
  expect(t('Colour')).toBe('Colour')
  addCatalogue('@orrery/ui', { locale: 'pl', texts: { Colour: 'Kolor', Save: 'Zachowaj' } })
  expect([t('Colour'), polish('Colour'), polish('Save')]).toEqual(['Kolor', 'Kolor', 'Zapisz'])
})

it('says in which order a catalogue writes the forms', () => {
  expect([pluralForms('en'), pluralForms('pl'), pluralForms('ja')]).toEqual([
    ['one', 'other'],
    ['one', 'few', 'many', 'other'],
    ['other'],
  ])
})
