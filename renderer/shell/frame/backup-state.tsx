import { useHotelMaybe } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { minuteMs, useMinute } from '#renderer/base/minute.ts'
import { formatAgo, formatDuration, formatMoment } from '#renderer/ui/format.ts'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { describeReply, isKey } from '#shared/i18n/index.ts'

const hourMs = 3_600_000

/**
 * The last good backup and its age; instead of that why the last one failed until one succeeds, and that none was made for
 * too long.
 */
export function BackupState({ store }: { store: OutputOf<'hotel.state'>['store'] }) {
  const { t, language, locale } = useWords()
  const timeZone = useHotelMaybe()?.timeZone ?? 'UTC'
  const now = useMinute() * minuteMs
  const { lastBackup, backup } = store
  const at = lastBackup === null ? null : Date.parse(lastBackup)
  const exact = lastBackup === null ? undefined : formatMoment(lastBackup, locale, timeZone)
  const { failed } = backup
  if (failed) {
    const why = `shell.backup.why.${failed.code}`
    const whole = Object.keys(failed.params).length > 0
    const refusal = { code: failed.code, params: failed.params }
    const more = whole
      ? describeReply({ ok: false, refusal }, language, 'backup.create')
      : t('shell.backup.tell')
    const last = exact ? t('shell.lastBackup', { age: exact }) : t('shell.noBackup')
    return (
      <Warning
        text={t('shell.backup.failed', { why: isKey(why) ? t(why) : failed.code })}
        more={`${more} ${last}`}
      />
    )
  }
  const overdue = at === null ? backup.automatic : now - at > backup.warnAfterHours * hourMs
  if (overdue)
    return (
      <Warning
        text={
          at === null
            ? t('shell.noBackup')
            : t('shell.backup.overdue', { age: formatDuration(now - at, locale) })
        }
        more={exact ? t('shell.lastBackup', { age: exact }) : t('shell.backup.tell')}
      />
    )
  return (
    <span className="k-status-item" title={exact}>
      {at === null ? t('shell.noBackup') : t('shell.lastBackup', { age: formatAgo(now - at, locale) })}
    </span>
  )
}

function Warning({ text, more }: { text: string; more: string }) {
  return (
    <span className="k-status-item k-wrong" title={more}>
      <Mark of="warning" />
      {text}
      <span className="k-hidden">{more}</span>
    </span>
  )
}
