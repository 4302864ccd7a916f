import { randomUUID } from 'node:crypto'
import { plainFileName } from '#shared/domain/name/file-name.ts'

/** A file that a host (a dialog, an upload, a command line) handed over; pages know it by its token alone. */
export type GivenFile = {
  path: string
  name: string
  /** Deleted when the program closes: an upload's copy. */
  temporary: boolean
}

export type Files = {
  give: (file: GivenFile) => string
  take: (token: string) => GivenFile | null
  all: () => GivenFile[]
}

export function createFiles(): Files {
  const given = new Map<string, GivenFile>()
  return {
    give: (file) => {
      const token = randomUUID()
      given.set(token, { ...file, name: plainFileName(file.name) })
      return token
    },
    take: (token) => given.get(token) ?? null,
    all: () => [...given.values()],
  }
}
