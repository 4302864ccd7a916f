import { textOfFile } from '#renderer/api/file-content.ts'
import { thePlatform } from '#renderer/api/platform.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import type { HousePaper } from '#shared/domain/house/paper.ts'

/** Prints a paper of the house in the language on screen. */
export function useHousePaper() {
  const { language } = useWords()
  const command = useCommand('house.paper', { silent: true })
  const print = async (of: HousePaper, id?: number) => {
    const reply = await command.run({ of, format: 'html', language, ...(id === undefined ? {} : { id }) })
    // Asked again it is another print
    command.ended()
    if (reply.ok) await thePlatform().print(textOfFile(reply.output))
  }
  return { command, print }
}
