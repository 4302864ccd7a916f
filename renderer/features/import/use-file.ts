import { useCallback, useRef, useState } from 'react'
import { type NotTaken, type PickedFile, thePlatform } from '#renderer/api/platform.ts'

export const extensions = ['csv', 'txt', 'tsv', 'gz', 'xlsx']

export type FileChoice = {
  /** 0…1 while a file is handed over, else null. */
  progress: number | null
  /** Why the last file was not taken; null when it was, or nothing was chosen. */
  lost: NotTaken | null
  pick: () => void
  drop: (file: File) => void
}

/** Chooses a file or takes a dropped one, and hands it to the host. */
export function useFile(onFile: (file: PickedFile) => void): FileChoice {
  const [progress, setProgress] = useState<number | null>(null)
  const [lost, setLost] = useState<NotTaken | null>(null)
  const take = useRef(onFile)
  take.current = onFile
  const hand = useCallback(
    async (give: (told: (done: number) => void) => Promise<PickedFile | NotTaken | null>) => {
      setLost(null)
      const answer = await give(setProgress)
      setProgress(null)
      if (answer && 'file' in answer) take.current(answer)
      else setLost(answer)
    },
    [],
  )
  const pick = useCallback(() => void hand((told) => thePlatform().pickFile(extensions, told)), [hand])
  const drop = useCallback((file: File) => void hand((told) => thePlatform().takeFile(file, told)), [hand])
  return { progress, lost, pick, drop }
}
