import { useWords } from '#renderer/base/language.ts'
import { usePaperOut } from '#renderer/parts/device/use-paper-out.ts'
import type { HousePaper } from '#shared/domain/house/paper.ts'

/** Prints a paper of the house in the language on screen. */
export function useHousePaper() {
  const { language } = useWords()
  const { command, print } = usePaperOut('house.paper')
  return {
    command,
    print: (of: HousePaper, id?: number) => print({ of, language, ...(id === undefined ? {} : { id }) }),
  }
}
