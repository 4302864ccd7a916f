import type { Key } from '#shared/i18n/index.ts'
import { useKeys } from './use-keys.ts'

/** The key of the choice at `at`, from 0: `Alt+1` for the first. */
export function choiceKey(at: number): string {
  return `Alt+${at + 1}`
}

/** Binds the first nine of what a drawer offers to choose from to `Alt+1` … `Alt+9`; F1 calls each `label`. */
export function useChoiceKeys<C>(choices: readonly C[], label: Key, take: (choice: C) => void): void {
  useKeys(
    Object.fromEntries(
      choices.slice(0, 9).map((choice, at) => [choiceKey(at), { label, run: () => take(choice) }]),
    ),
  )
}
