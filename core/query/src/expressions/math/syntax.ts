/** Operators between two operands; those of one line bind alike, those of later lines closer. All are read from the left. */
export const binaryOperators = [
  ['||'],
  ['&&'],
  ['==', '!=', '>=', '<=', '>', '<'],
  ['+', '-'],
  ['*', '/', '%'],
  ['**'],
] as const
export type BinaryOperator = (typeof binaryOperators)[number][number]

/** Operators before one operand; they bind closer than all between two. */
export type UnaryOperator = '-' | '!'

/** Functions of one operand. */
export const functionNames = [
  'abs',
  'ceil',
  'exp',
  'floor',
  'is_inf',
  'is_nan',
  'is_null',
  'is_number',
  'log',
  'round',
  'sqrt',
] as const
export type FunctionName = (typeof functionNames)[number]

/** What is written like functions without an operand. */
export const constants = { inf: Infinity, infn: -Infinity, nan: NaN, null: null } as const
export type ConstantName = keyof typeof constants

/** An expression that was read. */
export type MathTerm =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'constant'; readonly name: ConstantName }
  | { readonly type: 'input'; readonly name: string }
  | { readonly type: 'unary'; readonly operator: UnaryOperator; readonly operand: MathTerm }
  | { readonly type: 'binary'; readonly operator: BinaryOperator; readonly left: MathTerm; readonly right: MathTerm }
  | { readonly type: 'call'; readonly name: FunctionName; readonly operand: MathTerm }

/** The inputs that an expression names, each once. */
export function inputsOf(term: MathTerm): readonly string[] {
  const names = new Set<string>()
  const visit = (part: MathTerm): void => {
    if (part.type === 'input') names.add(part.name)
    else if (part.type === 'binary') {
      visit(part.left)
      visit(part.right)
    } else if (part.type === 'unary' || part.type === 'call') visit(part.operand)
  }
  visit(term)
  return [...names]
}

/** The expression as text, with the parentheses that it needs: it is read as the same expression. */
export function printMath(term: MathTerm): string {
  switch (term.type) {
    case 'number':
      return String(term.value)
    case 'constant':
      return `${term.name}()`
    case 'input':
      return /^[A-Za-z_]\w*$/.test(term.name) ? `$${term.name}` : `\${${term.name}}`
    case 'call':
      return `${term.name}(${printMath(term.operand)})`
    case 'unary':
      return term.operator + printWithin(term.operand, binaryOperators.length)
    case 'binary': {
      const level = levelOf(term.operator)
      return `${printWithin(term.left, level)} ${term.operator} ${printWithin(term.right, level + 1)}`
    }
  }
}

const levelOf = (operator: BinaryOperator) =>
  binaryOperators.findIndex((operators: readonly BinaryOperator[]) => operators.includes(operator))

/** In parentheses when it binds less than its place. */
const printWithin = (term: MathTerm, level: number) =>
  term.type === 'binary' && levelOf(term.operator) < level ? `(${printMath(term)})` : printMath(term)
