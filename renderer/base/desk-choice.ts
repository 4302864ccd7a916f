import { useCallback, useState } from 'react'
import { useDesk } from './desk.ts'

/** How somebody likes a screen at this desk: by the hotel's name and the login, in the browser's own storage. */
const nameOf = (choice: string) => {
  const { hotelName, user } = useDesk.getState()
  return `keyrack:choice:${hotelName}/${user?.login ?? ''}:${choice}`
}

/** The choice that is kept, outside of components. */
export function deskChoice<V extends string>(choice: string, choices: readonly [V, ...V[]]): V {
  const kept = localStorage.getItem(nameOf(choice))
  return choices.find((one) => one === kept) ?? choices[0]
}

/**
 * A choice of how things are shown that is remembered for this user at this desk: `useDeskChoice('today:sort', sorts)`. What
 * was kept and is no choice any more is the first one.
 */
export function useDeskChoice<V extends string>(
  choice: string,
  choices: readonly [V, ...V[]],
): [V, (value: V) => void] {
  const [value, setValue] = useState<V>(() => deskChoice(choice, choices))
  const choose = useCallback(
    (next: V) => {
      setValue(next)
      try {
        localStorage.setItem(nameOf(choice), next)
      } catch {
        // Full: it is chosen as long as the screen is shown.
      }
    },
    [choice],
  )
  return [value, choose]
}
