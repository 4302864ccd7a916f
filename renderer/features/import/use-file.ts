import { useCallback, useRef, useState } from 'react'
import { type PickedFile, thePlatform } from '#renderer/api/platform.ts'

export const extensions = ['csv', 'txt', 'tsv', 'gz', 'xlsx']

export type FileChoice = {
  /** 0…1 while a file is handed over, else null. */
  progress: number | null
  /** The last file did not arrive. */
  lost: boolean
  pick: () => void
  drop: (file: File) => void
}

/** Chooses a file or takes a dropped one, and hands it to the host. */
export function useFile(onFile: (file: PickedFile) => void): FileChoice {
  const [progress, setProgress] = useState<number | null>(null)
  const [lost, setLost] = useState(false)
  const take = useRef(onFile)
  take.current = onFile
  const hand = useCallback(
    async (give: (told: (done: number) => void) => Promise<PickedFile | null>, begun: boolean) => {
      // “Nothing was chosen” and “it did not arrive” answer alike: only what has begun can fail
      let sending = begun
      setLost(false)
      const file = await give((done) => {
        sending = true
        setProgress(done)
      })
      setProgress(null)
      if (file) take.current(file)
      else setLost(sending)
    },
    [],
  )
  const pick = useCallback(() => void hand((told) => thePlatform().pickFile(extensions, told), false), [hand])
  const drop = useCallback(
    (file: File) => void hand((told) => thePlatform().takeFile(file, told), true),
    [hand],
  )
  return { progress, lost, pick, drop }
}
