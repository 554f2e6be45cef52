/** Path of each program, or undefined where the machine lacks it. */
export const programs: Readonly<
  Record<'chromium' | 'prometheus' | 'node-exporter' | 'postgres' | 'fastapi', string | undefined>
>

/** One text that changes when a program comes or goes: a key for cached test results. */
export const abilities: string
