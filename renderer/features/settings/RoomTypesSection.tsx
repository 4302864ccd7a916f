import { Button } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { useHeld } from '#renderer/base/route/memory.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { fieldName } from '#shared/i18n/index.ts'
import { addActs } from './acts.ts'
import { CheckRow, TextRow } from './fields.tsx'
import { ReadOnlyNote } from './ReadOnlyNote.tsx'
import type { RoomType, SectionProps } from './things.ts'
import { amount, amountText, wholeNumber } from './values.ts'

/** Room types: what is sold. */
export function RoomTypesSection({ editable }: SectionProps) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const types = useQuery('room.listTypes', {})
  const [open, setOpen] = useHeld<number | 'new' | null>('type:open', null)
  const list = useRef<HTMLDivElement>(null)
  const add = () => setOpen('new')
  useActs(addActs, { add }, { on: editable })
  const close = () => {
    setOpen(null)
    list.current?.focus()
  }
  const edited = types.data?.find((type) => type.id === open)
  const columns = useMemo(() => columnsOf(t, locale, currency), [t, locale, currency])
  return (
    <Pane
      title={t('settings.section.room-types')}
      note={types.data && formatNumber(types.data.length, locale)}
      scroll={false}
      tools={
        editable && (
          <Button onClick={add}>
            {t('settings.type.add')} <KeyHint keys={addActs.add.key} />
          </Button>
        )
      }
    >
      <ReadOnlyNote section="room-types" editable={editable} />
      {types.failed && !types.data && (
        <Trouble failed={types.failed} operation="room.listTypes" onRetry={types.retry} />
      )}
      {types.loading && <RowSkeleton rows={8} />}
      {types.data && (
        <DataList
          label={t('settings.type.list')}
          rows={types.data}
          columns={columns}
          rowKey={(row) => row.id}
          listRef={list}
          autoFocus
          {...(editable ? { onOpen: (row: RoomType) => setOpen(row.id) } : {})}
          empty={
            <EmptyState
              {...(editable
                ? { action: { label: t('settings.type.add'), run: add, keys: addActs.add.key } }
                : {})}
            >
              {t('settings.type.none')}
            </EmptyState>
          }
        />
      )}
      {(open === 'new' || edited) && (
        <TypeDrawer key={open} type={edited} types={types.data ?? []} onClose={close} />
      )}
    </Pane>
  )
}

function columnsOf(t: T, locale: string, currency: string): Column<RoomType>[] {
  return [
    {
      key: 'code',
      head: t('settings.code'),
      width: '88px',
      cell: (row) => <span className="k-code">{row.code}</span>,
    },
    { key: 'zh', head: t('settings.fileName.zh'), width: 'minmax(90px, 1fr)', cell: (row) => row.nameZh },
    { key: 'en', head: t('settings.fileName.en'), width: 'minmax(110px, 1fr)', cell: (row) => row.nameEn },
    {
      key: 'rooms',
      head: t('settings.type.rooms'),
      width: '72px',
      figures: true,
      cell: (row) => formatNumber(row.rooms, locale),
    },
    {
      key: 'persons',
      head: t('settings.type.maxPersons'),
      width: '96px',
      figures: true,
      cell: (row) => row.maxPersons,
    },
    {
      key: 'over',
      head: t('settings.type.overbooking'),
      width: '96px',
      figures: true,
      cell: (row) => row.overbooking,
    },
    {
      key: 'rate',
      head: `${t('settings.type.baseRate')} ${currency}`,
      width: '152px',
      figures: true,
      cell: (row) => <MoneyText minor={row.baseRateMinor} />,
    },
    {
      key: 'order',
      head: t('settings.type.position'),
      width: '56px',
      figures: true,
      cell: (row) => row.position,
    },
    {
      key: 'active',
      head: t('settings.room.state'),
      width: '72px',
      cell: (row) => !row.active && <span className="k-faint">{t('settings.inactive')}</span>,
    },
  ]
}

type Typed = {
  code: string
  nameEn: string
  nameZh: string
  maxPersons: string
  overbooking: string
  baseRateMinor: string
  position: string
  active: boolean
}

function typedOf(type: RoomType | undefined, types: readonly RoomType[], currency: string): Typed {
  const last = types.reduce((highest, one) => Math.max(highest, one.position), 0)
  return {
    code: type?.code ?? '',
    nameEn: type?.nameEn ?? '',
    nameZh: type?.nameZh ?? '',
    maxPersons: String(type?.maxPersons ?? 2),
    overbooking: String(type?.overbooking ?? 0),
    baseRateMinor: type?.baseRateMinor != null ? amountText(type.baseRateMinor, currency) : '',
    position: String(type?.position ?? last + 1),
    active: type?.active ?? true,
  }
}

type DrawerProps = { type: RoomType | undefined; types: readonly RoomType[]; onClose: () => void }

function TypeDrawer({ type, types, onClose }: DrawerProps) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  const form = useVersionedEdit<Typed>(
    `settings:type:${type?.id ?? 'new'}`,
    typedOf(type, types, currency),
    type?.version,
  )
  const save = useCommand('room.saveType')
  const [wrong, setWrong] = useState<Partial<Record<keyof Typed, string>>>({})
  const { value: values } = form
  const change = (patch: Partial<Typed>) => {
    form.change(patch)
    setWrong({})
    save.reset()
  }
  const submit = async () => {
    const maxPersons = wholeNumber(values.maxPersons)
    const overbooking = wholeNumber(values.overbooking)
    const position = wholeNumber(values.position)
    const baseRateMinor = amount(values.baseRateMinor, currency)
    const found: typeof wrong = {}
    if (maxPersons === null) found.maxPersons = t('settings.number')
    if (overbooking === null) found.overbooking = t('settings.number')
    if (position === null) found.position = t('settings.number')
    if (baseRateMinor === null) found.baseRateMinor = t('settings.amount', { currency })
    setWrong(found)
    if (maxPersons === null || overbooking === null || position === null || baseRateMinor === null) return
    const { code, nameEn, nameZh, active } = values
    const reply = await form.save((version) =>
      save.run({
        ...(type ? { id: type.id, version: version ?? type.version } : {}),
        code,
        nameEn,
        nameZh,
        active,
        maxPersons,
        overbooking,
        position,
        baseRateMinor,
      }),
    )
    if (!reply.ok) return
    form.clear()
    onClose()
  }
  const taken = save.failed && 'refusal' in save.failed && save.failed.refusal.code === 'CODE_TAKEN'
  const error = (field: keyof Typed) =>
    wrong[field] ??
    save.errors[field] ??
    (field === 'code' && taken ? (save.trouble ?? undefined) : undefined)
  const row = (field: Exclude<keyof Typed, 'active'>, label: string, more: object = {}) => (
    <TextRow
      label={label}
      value={values[field]}
      error={error(field)}
      onChange={(value) => change({ [field]: value })}
      {...more}
    />
  )
  return (
    <SideDrawer
      open
      title={type ? t('settings.type.edit', { code: type.code }) : t('settings.type.add')}
      onClose={onClose}
      submit={{
        label: t('common.save'),
        run: () => void submit(),
        pending: save.pending,
        disabled: form.theirs !== null || form.waiting,
      }}
    >
      <FormNotes
        form={form}
        names={(field) => fieldName([field], language)}
        trouble={taken || Object.keys(save.errors).length > 0 ? null : save.trouble}
      />
      {row('code', t('settings.code'), { hint: t('settings.type.codeHint'), autoFocus: true })}
      {row('nameZh', t('settings.fileName.zh'))}
      {row('nameEn', t('settings.fileName.en'))}
      {row('baseRateMinor', t('settings.type.baseRate'), {
        hint: t('settings.type.baseRateHint'),
        money: true,
        suffix: currency,
      })}
      <div className="k-field-row">
        {row('maxPersons', t('settings.type.maxPersons'), { figures: true })}
        {row('overbooking', t('settings.type.overbooking'), { figures: true })}
        {row('position', t('settings.type.position'), { figures: true })}
      </div>
      <p className="s-under k-field-hint">
        {t('settings.type.overbooking')}: {t('settings.type.overbookingHint')}.{' '}
        {t('settings.type.positionHint')}.
      </p>
      <CheckRow
        label={t('settings.active')}
        hint={t('settings.inactiveHint')}
        checked={values.active}
        onChange={(active) => change({ active })}
      />
    </SideDrawer>
  )
}
