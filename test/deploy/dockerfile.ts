/** One instruction of a Dockerfile, with its flags apart: `COPY --from=build a b`. */
export interface Instruction {
  readonly name: string
  readonly flags: Readonly<Record<string, string>>
  readonly text: string
}

export interface Stage {
  readonly image: string
  /** Of `FROM image AS name`. */
  readonly name: string | undefined
  readonly instructions: readonly Instruction[]
}

/** The stages of a Dockerfile; it understands what ours says. */
export function parseDockerfile(text: string): readonly Stage[] {
  const lines = text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
  const stages: (Stage & { instructions: Instruction[] })[] = []
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const [, name = '', flagged = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? []
    const flags = [...flagged.matchAll(/(?<=^|\s)--([a-z-]+)=(\S+)(?=\s)/g)]
    // Flags stand before everything else; those of a command in RUN are its own.
    const isRun = name === 'RUN'
    const rest = isRun ? flagged : flagged.replace(/^(--[a-z-]+=\S+\s+)*/, '')
    if (name === 'FROM') {
      const [image = '', , stage] = rest.split(/\s+/)
      stages.push({ image, name: stage, instructions: [] })
    } else if (name === '' || stages.length === 0) throw new Error(`not an instruction: ${line}`)
    else
      stages.at(-1)!.instructions.push({
        name,
        flags: isRun ? {} : Object.fromEntries(flags.map(([, key, value]) => [key, value])),
        text: rest,
      })
  }
  return stages
}

/** The words of `["a", "b"]`, the form without a shell. */
export function parseExec(text: string): readonly string[] {
  const words: unknown = JSON.parse(text.replace(/^CMD\s+/, ''))
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) throw new Error(`no list: ${text}`)
  return words
}
