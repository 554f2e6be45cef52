/** What is written of a value; automatic: its name where there are several. */
export type TextMode = 'auto' | 'value' | 'name' | 'valueAndName' | 'none'

/** Whether the names of values are written, of which there are so many. */
export const showsNames = (mode: TextMode, total: number): boolean =>
  mode === 'auto' ? total > 1 : mode === 'name' || mode === 'valueAndName'

/** Whether the values themselves are written. */
export const showsValues = (mode: TextMode): boolean => mode !== 'name' && mode !== 'none'
