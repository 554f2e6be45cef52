import { commands } from '../../host/orrery/src/commands/table.ts'
import { commandHelp, helpOf } from '../../host/orrery/src/help.ts'

const block = (text: string) => `\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`

/** The page of the command: what its help says, so that both say the same. */
export const commandsPage = (): string => `# The command

What \`orrery --help\` and \`orrery help COMMAND\` say. This page is generated from the table of commands.

${block(helpOf(commands))}
The exit code is 0 when all is well, 1 for a failure, and 2 when the command was called or configured wrongly; that of
\`orrery diff\` is 0 without a difference, 1 with some, and 2 for a failure.

${commands.map((command) => `## orrery ${command.name}\n\n${block(commandHelp(command))}`).join('\n')}`
