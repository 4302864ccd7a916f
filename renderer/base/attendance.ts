/** The host hears at most this often that somebody is here, and never later after the last input than this. */
const TELL_MS = 20_000

type Ways = {
  tell: () => void
  /** Nobody has been here for so long that the desk is to be locked. */
  left: () => void
  idleMs: () => number
  now: () => number
}

/**
 * Tells the host that somebody is at the desk, who locks it when nobody is. Where the host can't be reached the page
 * finds out by itself. `input`: somebody is here; `look`: called every few seconds.
 */
export function attendance({ tell, left, idleMs, now }: Ways) {
  let last = now()
  let told = Number.NEGATIVE_INFINITY
  let asked = false
  const tellIfDue = () => {
    if (last <= told || now() - told < TELL_MS) return
    told = now()
    tell()
  }
  return {
    input: () => {
      last = now()
      asked = false
      tellIfDue()
    },
    look: () => {
      tellIfDue()
      if (asked || now() - last < idleMs()) return
      asked = true
      left()
    },
  }
}
