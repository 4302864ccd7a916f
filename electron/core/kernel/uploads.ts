import type { Files } from './given-files.ts'

/** Bytes that one session may have handed over at a time: twice the largest file that is accepted. */
export const uploadQuota = 4 * 1024 ** 3
/** What a file counts at least, so that empty ones do not fill a disk's list of files. */
const leastBytes = 1024 ** 2

/** The files that were handed over in one session. They go with it: the next user of the desk finds none of them. */
export type Uploads = {
  /** Takes room for a file that begins to arrive; null where the session's share is used up. */
  begin: () => Arriving | null
  /** Drops them all. */
  end: () => void
}

export type Arriving = {
  /** Takes room for that many bytes more; false where the share is used up. */
  claim: (bytes: number) => boolean
  /** Keeps the file that arrived, under its token. */
  keep: (file: { path: string; name: string }) => string
  /** It did not arrive: its room is free again. */
  giveBack: () => void
}

export function createUploads(files: Files, quota: number = uploadQuota): Uploads {
  let left = quota
  let tokens: string[] = []
  const claim = (bytes: number) => {
    if (bytes > left) return false
    left -= bytes
    return true
  }
  return {
    begin: () => {
      if (!claim(leastBytes)) return null
      let taken = leastBytes
      let arrived = 0
      return {
        claim: (bytes) => {
          arrived += bytes
          const more = Math.max(0, arrived - taken)
          if (!claim(more)) return false
          taken += more
          return true
        },
        keep: (file) => {
          const token = files.give({ ...file, temporary: true })
          tokens.push(token)
          return token
        },
        giveBack: () => {
          left += taken
        },
      }
    },
    end: () => {
      for (const token of tokens) files.drop(token)
      tokens = []
      left = quota
    },
  }
}
