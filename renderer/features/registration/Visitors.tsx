import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useDeskChoice } from '#renderer/base/desk-choice.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { TextField } from '#renderer/parts/folio/fields.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { type DocumentKind, documentKinds } from '#shared/domain/document/kinds.ts'
import { visitorActs } from './acts.ts'

type Visitor = OutputOf<'registration.visitors'>['rows'][number]

const shows = ['inside', 'day'] as const
const none: readonly Visitor[] = []

/** Who visits whom: in the house now, or all of today. */
export function Visitors() {
  const { t } = useWords()
  const [show, setShow] = useDeskChoice('registration:visitors', shows)
  const list = useQuery('registration.visitors', { show })
  const left = useCommand('registration.visitorLeft')
  const [active, setActive] = useState<Visitor | undefined>(undefined)
  const [adding, setAdding] = useState(false)
  const columns = useMemo(() => visitorColumns(t), [t])
  const leave = () => {
    if (active && active.leftAt === null) void left.run({ id: active.id, version: active.version })
  }
  useActs(visitorActs, { note: () => setAdding(true), left: leave })
  if (list.failed)
    return <Trouble failed={list.failed} operation="registration.visitors" onRetry={list.retry} />
  if (!list.data) return <RowSkeleton rows={6} />
  return (
    <div className="reg-view">
      <div className="reg-tools">
        <button type="button" className="k-tool" onClick={() => setAdding(true)}>
          {t('registration.act.visitor')} <KeyHint keys={visitorActs.note.key} />
        </button>
        <button
          type="button"
          className="k-tool"
          disabled={!active || active.leftAt !== null || left.pending}
          onClick={leave}
        >
          {t('registration.act.left')} <KeyHint keys={visitorActs.left.key} />
        </button>
        {shows.map((one) => (
          <button
            key={one}
            type="button"
            className="k-chip"
            aria-pressed={one === show}
            onClick={() => setShow(one)}
          >
            {t(`registration.visitor.${one}`)}
          </button>
        ))}
      </div>
      {left.trouble && (
        <p className="k-trouble-line" role="alert">
          {left.trouble}
        </p>
      )}
      <DataList
        label={t('registration.view.visitors')}
        rows={list.data.rows ?? none}
        columns={columns}
        rowKey={({ id }) => id}
        memory="registration:visitors"
        about={show}
        autoFocus
        onActive={setActive}
        empty={
          <EmptyState
            action={{
              label: t('registration.act.visitor'),
              run: () => setAdding(true),
              keys: visitorActs.note.key,
            }}
          >
            {t('registration.empty.visitors')}
          </EmptyState>
        }
      />
      {adding && <VisitorDrawer onClose={() => setAdding(false)} />}
    </div>
  )
}

function visitorColumns(t: ReturnType<typeof useWords>['t']): Column<Visitor>[] {
  return [
    {
      key: 'room',
      head: t('registration.column.room'),
      width: '56px',
      cell: (row) => <RoomNumber>{row.roomNumber}</RoomNumber>,
    },
    {
      key: 'name',
      head: t('registration.visitor.name'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => row.name,
    },
    {
      key: 'document',
      head: t('field.name.documentKind'),
      width: '180px',
      from: 900,
      cell: (row) => (
        <span className="k-cut">
          {t(`guest.document.${row.documentKind}`)} <span className="k-code">{row.maskedNumber}</span>
        </span>
      ),
    },
    {
      key: 'guest',
      head: t('registration.visitor.host'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <GuestName of={row} />,
    },
    {
      key: 'purpose',
      head: t('field.name.purpose'),
      width: 'minmax(80px, 1fr)',
      from: 980,
      cell: (row) => row.purpose,
    },
    {
      key: 'came',
      head: t('field.name.cameAt'),
      width: '148px',
      cell: (row) => <DateTimeText moment={row.cameAt} />,
    },
    {
      key: 'left',
      head: t('field.name.leftAt'),
      width: '148px',
      cell: (row) =>
        row.leftAt ? (
          <DateTimeText moment={row.leftAt} />
        ) : (
          <strong>{t('registration.visitor.inside')}</strong>
        ),
    },
  ]
}

function VisitorDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const save = useCommand('registration.noteVisitor')
  const [room, setRoom] = useState('')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<DocumentKind>('resident-id')
  const [number, setNumber] = useState('')
  const [purpose, setPurpose] = useState('')
  const submit = async () => {
    const reply = await save.run({
      roomNumber: room,
      name,
      documentKind: kind,
      documentNumber: number,
      purpose,
    })
    if (reply.ok) onClose()
  }
  return (
    <SideDrawer
      open
      title={t('registration.act.visitor')}
      onClose={onClose}
      submit={{ label: t('common.save'), run: () => void submit(), pending: save.pending }}
    >
      <TextField
        label={t('registration.column.room')}
        value={room}
        onChange={setRoom}
        error={save.errors.roomNumber}
        autoFocus
      />
      <TextField
        label={t('registration.visitor.name')}
        value={name}
        onChange={setName}
        error={save.errors.name}
      />
      <Field label={t('field.name.documentKind')} error={save.errors.documentKind}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            options={documentKinds.map((one) => ({ value: one, label: t(`guest.document.${one}`) }))}
            onSelect={setKind}
          />
        )}
      </Field>
      <TextField
        label={t('field.name.documentNumber')}
        value={number}
        onChange={setNumber}
        error={save.errors.documentNumber}
      />
      <TextField
        label={t('field.name.purpose')}
        value={purpose}
        onChange={setPurpose}
        error={save.errors.purpose}
      />
      {save.trouble && Object.keys(save.errors).length === 0 && (
        <p className="k-trouble-line" role="alert">
          {save.trouble}
        </p>
      )}
    </SideDrawer>
  )
}
