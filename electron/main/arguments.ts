/** Switches of Chromium and of a debugger, which a test, a launcher or somebody with a difficult screen adds to ours. */
const foreign =
  /^--(?:inspect|remote-|ozone-|no-sandbox|user-data-dir|disable-|enable-|force-|password-store|js-flags|headless|log-level=|gtk-|require|r=)|^-r$/

/** What was given to Keyrack itself: without the executable, the program's folder when unpackaged, and foreign switches. */
export function ownArguments(argv: readonly string[], packaged: boolean): string[] {
  const rest = argv.slice(1)
  const first = rest.findIndex((arg) => !foreign.test(arg))
  const own = first < 0 ? [] : rest.slice(packaged ? first : first + 1)
  return own[0] === '--' ? own.slice(1) : own
}

/** What a window accepts: which store to open and which language to speak until the page says another. */
export type WindowWishes = { store?: string; lang?: 'en' | 'zh' }

/**
 * What a window is asked for, or null when these are for the command line: a command, options of commands, and all
 * that can't be understood, because the command line says what is wrong with it where somebody can read it.
 */
export function windowWishes(own: readonly string[]): WindowWishes | null {
  const wishes: WindowWishes = {}
  const left = own.filter((arg) => !foreign.test(arg))
  while (left.length > 0) {
    const [, name, inline] = /^--(store|lang)(?:=(.*))?$/s.exec(left.shift() ?? '') ?? []
    const value = inline ?? (name ? left.shift() : undefined)
    if (!value || (inline === undefined && value.startsWith('-'))) return null
    if (name === 'store' && wishes.store === undefined) wishes.store = value
    else if (name === 'lang' && wishes.lang === undefined && (value === 'en' || value === 'zh'))
      wishes.lang = value
    else return null
  }
  return wishes
}

/** Whether somebody wants to look into the page from outside, which a hotel's program lets nobody do. */
export function asksForDebugging(argv: readonly string[]): boolean {
  return argv.some((arg) => /^--remote-(?:debugging|allow)/.test(arg))
}
