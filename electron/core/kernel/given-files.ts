import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { plainFileName } from '#shared/domain/privacy/file-name.ts'

/** A file that a host (a dialog, an upload, a command line) handed over; pages know it by its token alone. */
export type GivenFile = {
  path: string
  name: string
  /** Deleted when it is dropped or the program closes: an upload's copy. */
  temporary: boolean
}

export type Files = {
  give: (file: GivenFile) => string
  take: (token: string) => GivenFile | null
  all: () => GivenFile[]
  /** Forgets a file; a temporary one is deleted as soon as nobody holds it. */
  drop: (token: string) => void
  /** Keeps a file from being deleted while a job reads it; answers the function that lets it go. */
  hold: (file: GivenFile) => () => void
  /** At the end: deletes every temporary file. */
  close: () => void
}

export function createFiles(): Files {
  const given = new Map<string, GivenFile>()
  const held = new Map<GivenFile, number>()
  const dropped = new Set<GivenFile>()
  const remove = (file: GivenFile) => {
    dropped.delete(file)
    if (file.temporary) rmSync(file.path, { force: true })
  }
  return {
    give: (file) => {
      const token = randomUUID()
      given.set(token, { ...file, name: plainFileName(file.name) })
      return token
    },
    take: (token) => given.get(token) ?? null,
    all: () => [...given.values()],
    drop: (token) => {
      const file = given.get(token)
      if (!file) return
      given.delete(token)
      if (held.has(file)) dropped.add(file)
      else remove(file)
    },
    hold: (file) => {
      held.set(file, (held.get(file) ?? 0) + 1)
      return () => {
        const others = (held.get(file) ?? 1) - 1
        if (others > 0) {
          held.set(file, others)
          return
        }
        held.delete(file)
        if (dropped.has(file)) remove(file)
      }
    },
    close: () => {
      for (const file of [...given.values(), ...dropped]) remove(file)
    },
  }
}
