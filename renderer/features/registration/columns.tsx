/** The columns of registrations, and what a row says of what is to be done. */
import type { T } from '#renderer/base/language.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { fieldName } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'

export type Row = OutputOf<'registration.list'>['rows'][number]

export function registrationColumns(t: T, language: Language): Column<Row>[] {
  return [
    {
      key: 'state',
      head: t('registration.column.state'),
      width: '92px',
      cell: (row) => (
        <span className={`reg-state reg-${row.overdue ? 'overdue' : row.state}`}>
          {t(
            row.withdrawn && row.state !== 'sent'
              ? 'registration.withdrawn'
              : `registration.state.${row.state}`,
          )}
        </span>
      ),
    },
    {
      key: 'room',
      head: t('registration.column.room'),
      width: '56px',
      cell: (row) => row.roomNumber && <RoomNumber>{row.roomNumber}</RoomNumber>,
    },
    {
      key: 'guest',
      head: t('registration.column.name'),
      width: 'minmax(120px, 1.4fr)',
      cell: (row) => <GuestName of={row} />,
    },
    {
      key: 'event',
      head: t('registration.column.event'),
      width: '84px',
      cell: (row) => t(`registration.event.${row.event}`),
    },
    {
      key: 'class',
      head: t('registration.class.title'),
      width: '112px',
      from: 820,
      cell: (row) => <span className="k-quiet">{t(`registration.class.${row.class}`)}</span>,
    },
    {
      key: 'at',
      head: t('registration.column.at'),
      width: '148px',
      from: 980,
      cell: (row) => <DateTimeText moment={row.at} />,
    },
    {
      key: 'due',
      head: t('registration.due'),
      width: '148px',
      cell: (row) =>
        row.deadline && (
          <span className={row.overdue ? 'k-trouble-line' : ''}>
            <DateTimeText moment={row.deadline} />
          </span>
        ),
    },
    {
      key: 'what',
      head: t('registration.what'),
      width: 'minmax(140px, 2fr)',
      cell: (row) => <What row={row} t={t} language={language} />,
    },
  ]
}

/** Why a row stands here: what is missing first, because nothing can be sent before. */
function What({ row, t, language }: { row: Row; t: T; language: Language }) {
  const names = (fields: Row['missing']) => fields.map((field) => fieldName([field], language)).join(' · ')
  if (row.failure !== '')
    return (
      <span className="k-cut" title={row.failure}>
        {row.failure}
      </span>
    )
  if (row.missing.length > 0) {
    const text = t('registration.missing', { fields: names(row.missing) })
    return (
      <span className="k-cut k-trouble-line" title={text}>
        {text}
      </span>
    )
  }
  if (row.changed.length > 0) {
    const text = t('registration.changed', { fields: names(row.changed) })
    return (
      <span className="k-cut" title={text}>
        {text}
      </span>
    )
  }
  if (row.state === 'sent')
    return (
      <span className="k-cut k-quiet">
        {row.stateBy} · <DateTimeText moment={row.stateAt} />
      </span>
    )
  return null
}
