import type { T } from '#renderer/base/language.ts'
import type { AlertLine } from '#renderer/ui/AlertBanner.tsx'
import type { OutputOf } from '#shared/contract/index.ts'

type Alert = OutputOf<'guest.profile'>['guest']['alerts'][number]

/** A guest's alerts as the banner shows them; what blocks says what it blocks. */
export function alertLines(alerts: readonly Alert[], t: T): AlertLine[] {
  return alerts.map((alert) => ({
    key: alert.id,
    text: alert.text,
    area:
      alert.blocks === 'none' ? t(`guest.alert.area.${alert.area}`) : t(`guest.alert.blocks.${alert.blocks}`),
    blocking: alert.blocks !== 'none',
  }))
}
