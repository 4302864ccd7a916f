import { useEffect, useRef } from 'react'
import type { Right } from '#shared/domain/access/rights.ts'
import type { Key } from '#shared/i18n/index.ts'

/** Something the palette can do. */
export type PaletteCommand = {
  id: string
  title: Key
  run: () => void
  key?: string
  right?: Right
  words?: string
}
/** What the screens that are shown bring along; kept apart from the list of screens, which knows them. */
export const fromScreens: PaletteCommand[][] = []

/** Commands of the screen that is shown (“Cancel this booking”): in the palette while it is mounted. */
export function usePaletteCommands(commands: readonly PaletteCommand[]): void {
  const latest = useRef(commands)
  latest.current = commands
  const ids = commands.map((command) => command.id).join(' ')
  useEffect(() => {
    const list = latest.current
      .filter((command) => ids.split(' ').includes(command.id))
      .map((command) => ({
        ...command,
        run: () => latest.current.find((one) => one.id === command.id)?.run(),
      }))
    fromScreens.push(list)
    return () => {
      fromScreens.splice(fromScreens.indexOf(list), 1)
    }
  }, [ids])
}
