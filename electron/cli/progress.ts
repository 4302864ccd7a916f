import { words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'

export type Bar = { show: (done: number, total: number) => void; end: () => void }

/** The little of a terminal that a bar needs: standard error, or a test's. */
export type Screen = { isTTY?: boolean; columns?: number; write: (text: string) => unknown }

const frameMs = 100

/** A bar on a terminal; nothing at all when the output goes to a file or a pipe. */
export function progressBar(screen: Screen, label: string, language: Language): Bar {
  if (!screen.isTTY) return { show: () => undefined, end: () => undefined }
  const figures = new Intl.NumberFormat(localeOf(language))
  let drawn = 0
  let shown = false
  return {
    show: (done, total) => {
      const now = performance.now()
      if (now - drawn < frameMs && done < total) return
      drawn = now
      shown = true
      const share = total > 0 ? Math.min(1, done / total) : 0
      const counts =
        total > 0
          ? words(language, 'common.of', { done: figures.format(done), total: figures.format(total) })
          : figures.format(done)
      const room = Math.max(10, Math.min(40, (screen.columns ?? 80) - label.length * 2 - counts.length - 12))
      const full = Math.round(share * room)
      const bar = `${'█'.repeat(full)}${'░'.repeat(room - full)}`
      screen.write(`\r\u001b[2K${label} ${bar} ${Math.floor(share * 100)} % ${counts}`)
    },
    end: () => {
      if (shown) screen.write('\r\u001b[2K')
    },
  }
}
