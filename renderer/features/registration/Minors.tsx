import { useMemo, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { type Minor, MinorDrawer } from '#renderer/parts/registration/MinorDrawer.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { minorMusts } from '#shared/domain/registration/minor.ts'
import { minorActs } from './acts.ts'

const none: readonly Minor[] = []
const keyOf = ({ bookingId, guestId }: Minor) => `${bookingId}/${guestId}`

/** The minors in the house, with how the five musts stand for each. */
export function Minors() {
  const { t } = useWords()
  const list = useQuery('registration.minors', {})
  const [active, setActive] = useState<Minor | undefined>(undefined)
  const [open, setOpen] = useState<string | null>(null)
  const columns = useMemo(() => minorColumns(t), [t])
  const rows = list.data?.rows ?? none
  const begin = () => active && setOpen(keyOf(active))
  useActs(minorActs, { sheet: begin }, { on: active !== undefined && open === null })
  if (list.failed)
    return <Trouble failed={list.failed} operation="registration.minors" onRetry={list.retry} />
  if (!list.data) return <RowSkeleton rows={6} />
  const shown = rows.find((row) => keyOf(row) === open)
  return (
    <div className="reg-view">
      <div className="reg-tools">
        <button type="button" className="k-tool" disabled={!active} onClick={begin}>
          {t('registration.act.sheet')} <KeyHint keys={minorActs.sheet.key} />
        </button>
        <span className="k-quiet">{t('registration.musts')}</span>
      </div>
      <DataList
        label={t('registration.view.minors')}
        rows={rows}
        columns={columns}
        rowKey={keyOf}
        memory="registration:minors"
        autoFocus
        onActive={setActive}
        onOpen={(row) => setOpen(keyOf(row))}
        empty={
          <EmptyState>
            {t(list.data.minorsUnder === null ? 'registration.empty.noMinors' : 'registration.empty.minors')}
          </EmptyState>
        }
      />
      {shown && <MinorDrawer key={open} minor={shown} onClose={() => setOpen(null)} />}
    </div>
  )
}

function minorColumns(t: ReturnType<typeof useWords>['t']): Column<Minor>[] {
  return [
    {
      key: 'room',
      head: t('registration.column.room'),
      width: '56px',
      cell: (row) => row.roomNumber && <RoomNumber>{row.roomNumber}</RoomNumber>,
    },
    {
      key: 'guest',
      head: t('registration.column.name'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <GuestName of={row} />,
    },
    { key: 'age', head: t('registration.age'), width: '56px', figures: true, cell: (row) => row.age },
    ...minorMusts.map(
      (must): Column<Minor> => ({
        key: must,
        head: t(`registration.must.${must}`),
        width: '104px',
        cell: (row) => (
          <span className={`reg-must reg-must-${row.musts[must]}`}>
            {t(`registration.mustState.${row.musts[must]}`)}
          </span>
        ),
      }),
    ),
  ]
}
