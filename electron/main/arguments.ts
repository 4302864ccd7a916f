/** Switches of Chromium and of a debugger, which come before ours when a test or a launcher starts the program. */
const foreign =
  /^--(?:inspect|remote-|ozone-|no-sandbox|user-data-dir|disable-|enable-|force-|password-store|js-flags|headless|log-level=|gtk-|lang=|require|r=)|^-r$/

/** What was given to Keyrack itself: without the executable, the program's folder when unpackaged, and foreign switches. */
export function ownArguments(argv: readonly string[], packaged: boolean): string[] {
  const rest = argv.slice(1)
  const first = rest.findIndex((arg) => !foreign.test(arg))
  const own = first < 0 ? [] : rest.slice(packaged ? first : first + 1)
  return own[0] === '--' ? own.slice(1) : own
}

/** Whether these ask for the command line instead of a window: a command comes first, and has no dash. */
export function asksForCommandLine(own: readonly string[]): boolean {
  const [first] = own
  if (first === undefined) return false
  return !first.startsWith('-') || ['--help', '-h', '--version', '-v'].includes(first)
}

/** The store that the window is to open, as `--store FILE` or `--store=FILE`. */
export function namedStore(own: readonly string[]): string | undefined {
  const at = own.findIndex((arg) => arg === '--store' || arg.startsWith('--store='))
  if (at < 0) return undefined
  const value = own[at] === '--store' ? own[at + 1] : own[at]?.slice('--store='.length)
  return value || undefined
}
