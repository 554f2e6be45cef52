/** Value of a variable: one text, or several of a multi-valued one. */
export type VariableValue = string | readonly string[]
export type VariableValues = Readonly<Record<string, VariableValue>>
