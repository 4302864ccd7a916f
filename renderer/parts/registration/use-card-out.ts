import { blobOfFile, textOfFile } from '#renderer/api/file-content.ts'
import { thePlatform } from '#renderer/api/platform.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import type { InputOf } from '#shared/contract/index.ts'

type Asked = Omit<InputOf<'registration.card'>, 'format'>

/** Prints a registration card, or keeps it as a file. */
export function useCardOut() {
  const command = useCommand('registration.card', { silent: true })
  const { run, ended } = command
  const make = async (asked: Asked, format: 'html' | 'pdf') => {
    const reply = await run({ ...asked, format })
    // Asked again it is another file
    ended()
    return reply.ok ? reply.output : null
  }
  return {
    print: async (asked: Asked) => {
      const page = await make(asked, 'html')
      if (page) await thePlatform().print(textOfFile(page))
    },
    save: async (asked: Asked) => {
      const made = await make(asked, 'pdf')
      if (made) await thePlatform().saveFile(made.name, blobOfFile(made))
    },
    pending: command.pending,
    trouble: command.trouble,
  }
}
