import ts from 'typescript'
import { compileTemplate, parse } from 'vue/compiler-sfc'

/** A text that code passes to `t`. */
export interface Word {
  readonly text: string
  readonly hasCount: boolean
}

/** What a file passes to `t`: its texts, and the expressions whose texts are known only when it runs. */
export interface Words {
  readonly texts: readonly Word[]
  readonly dynamic: readonly string[]
  /** Texts that are made when the module is loaded, which may be before the language is known. */
  readonly early: readonly string[]
}

const isT = (callee: ts.Expression): boolean =>
  ts.isIdentifier(callee)
    ? callee.text === 't'
    : // As templates are compiled.
      ts.isPropertyAccessExpression(callee) && callee.name.text === 't' && callee.expression.getText() === '_ctx'

function* literalsOf(argument: ts.Expression): Generator<string | undefined> {
  if (ts.isStringLiteralLike(argument)) yield argument.text
  else if (ts.isParenthesizedExpression(argument)) yield* literalsOf(argument.expression)
  else if (ts.isConditionalExpression(argument)) {
    yield* literalsOf(argument.whenTrue)
    yield* literalsOf(argument.whenFalse)
  } else yield undefined
}

function wordsOfScript(code: string, isModule: boolean): Words {
  const source = ts.createSourceFile('words.ts', code, ts.ScriptTarget.Latest, true)
  const texts: Word[] = []
  const dynamic: string[] = []
  const early: string[] = []
  const visit = (node: ts.Node, inFunction: boolean): void => {
    if (ts.isCallExpression(node) && isT(node.expression)) {
      const [argument, , count] = node.arguments
      for (const text of argument ? literalsOf(argument) : []) {
        if (text === undefined) dynamic.push(argument!.getText())
        else texts.push({ text, hasCount: count !== undefined })
        if (isModule && !inFunction) early.push(argument!.getText())
      }
    }
    ts.forEachChild(node, (child) => visit(child, inFunction || ts.isFunctionLike(node)))
  }
  visit(source, false)
  return { texts, dynamic, early }
}

function wordsOfComponent(file: string, code: string): readonly Words[] {
  const { descriptor } = parse(code, { filename: file })
  const { template, scriptSetup, script } = descriptor
  const compiled = template
    ? compileTemplate({
        source: template.content,
        filename: file,
        id: file,
        compilerOptions: { prefixIdentifiers: true, expressionPlugins: ['typescript'] },
      }).code
    : ''
  return [
    // A setup runs when the component is drawn.
    wordsOfScript(scriptSetup?.content ?? '', false),
    wordsOfScript(script?.content ?? '', true),
    wordsOfScript(compiled, false),
  ]
}

/** What a source file, TypeScript or a Vue component, passes to `t`. */
export function wordsOf(file: string, code: string): Words {
  const all = file.endsWith('.vue') ? wordsOfComponent(file, code) : [wordsOfScript(code, true)]
  return {
    texts: all.flatMap(({ texts }) => texts),
    dynamic: all.flatMap(({ dynamic }) => dynamic),
    early: all.flatMap(({ early }) => early),
  }
}
