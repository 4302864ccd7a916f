import type { T } from '#renderer/base/language.ts'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { Language } from '#shared/i18n/types.ts'
import { failureText, nextText, type Schedule, whenText } from './schedule-words.ts'

/** What the list shows of a scheduled report. */
export function scheduleColumns(t: T, language: Language): Column<Schedule>[] {
  return [
    {
      key: 'name',
      head: t('reportSchedule.name'),
      width: 'minmax(130px, 3fr)',
      cell: ({ name }) => <b title={name}>{name}</b>,
    },
    {
      key: 'report',
      head: t('reportScreen.report'),
      width: 'minmax(120px, 3fr)',
      cell: ({ report }) => t(`report.name.${report}`),
    },
    {
      key: 'format',
      head: t('field.name.format'),
      width: '72px',
      cell: ({ format }) => t(`reportSchedule.format.${format}`),
    },
    {
      key: 'when',
      head: t('reportSchedule.when'),
      width: 'minmax(130px, 3fr)',
      cell: (row) => <span title={whenText(row, language)}>{whenText(row, language)}</span>,
    },
    {
      key: 'next',
      head: t('reportSchedule.next'),
      width: '120px',
      cell: ({ next }) =>
        next === null ? (
          <span className="k-faint">{t('reportSchedule.paused')}</span>
        ) : (
          <span className="k-date">{nextText(next, language)}</span>
        ),
    },
    {
      key: 'last',
      head: t('reportSchedule.last'),
      width: 'minmax(150px, 2fr)',
      cell: (row) => (
        <Last row={row} failure={failureText(row, language)} notYet={t('reportSchedule.notYet')} />
      ),
    },
    {
      key: 'folder',
      head: t('field.name.folder'),
      width: 'minmax(110px, 3fr)',
      from: 980,
      cell: ({ folder }) => (
        <span className="k-quiet" title={folder}>
          {folder}
        </span>
      ),
    },
  ]
}

function Last({ row: { last }, failure, notYet }: { row: Schedule; failure: string | null; notYet: string }) {
  if (failure && last) {
    return (
      <span className="k-trouble-line" title={failure}>
        <Mark of="warning" /> <DateTimeText moment={last.at} />
      </span>
    )
  }
  if (last?.file) return <DateTimeText moment={last.at} />
  return <span className="k-faint">{notYet}</span>
}
