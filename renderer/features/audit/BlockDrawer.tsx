import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { formatDate, formatMoney } from '#renderer/ui/format.ts'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { describeReply } from '#shared/i18n/index.ts'
import { addDays, type BusinessDate, type Refusal } from '#shared/values/index.ts'
import type { Block, NotSettled, Way } from './block.ts'

type Props = {
  way: Way
  blocks: readonly Block[]
  businessDate: BusinessDate
  onFailed: (failed: NotSettled[]) => void
  onClose: () => void
}

const fees = ['policy', 'none'] as const
const dates = ['keep', 'shift'] as const

/** Names who it is about and what becomes of them, before it is done; who can't be settled stays, with the reason. */
export function BlockDrawer({ way, blocks, businessDate, onFailed, onClose }: Props) {
  const { t, language, locale } = useWords()
  const [fee, setFee] = useState<(typeof fees)[number]>('policy')
  const [reason, setReason] = useState('')
  const [shift, setShift] = useState<(typeof dates)[number]>('keep')
  const { run, pending, trouble } = useWays(way, {
    fee,
    reason: reason.trim(),
    keepNights: shift === 'shift',
  })
  const next = formatDate(addDays(businessDate, 1), locale, 'short')
  const act = async () => {
    const failed = await run(blocks.map(({ row: { id, version } }) => ({ id, version })))
    if (failed === null) return
    const rowOf = new Map(blocks.map(({ row }) => [row.id as number, row]))
    onFailed(
      failed.flatMap(({ id, refusal }) => {
        const row = rowOf.get(id)
        return row ? [{ row, problem: describeReply({ ok: false, refusal }, language, 'audit.noShow') }] : []
      }),
    )
    onClose()
  }
  const ready = way !== 'no-show' || fee === 'policy' || reason.trim() !== ''
  return (
    <SideDrawer
      open
      title={t(`auditScreen.about.${way}`, { count: blocks.length })}
      onClose={onClose}
      submit={{
        label: t(`auditScreen.confirm.${way}`, { date: next }),
        run: () => void act(),
        pending,
        disabled: !ready,
      }}
    >
      <Names blocks={blocks} />
      {way === 'no-show' && (
        <FeeChoice blocks={blocks} fee={fee} reason={reason} onFee={setFee} onReason={setReason} />
      )}
      {way === 'move' && (
        <>
          <KeyedChoice
            label={t('auditScreen.confirm.move', { date: next })}
            keysLabel="auditScreen.key.move"
            choices={dates}
            value={shift}
            word={(one) => t(one === 'keep' ? 'auditScreen.moveKeep' : 'auditScreen.moveShift')}
            onChange={setShift}
          />
          <p className="k-field-hint">{t('auditScreen.moveNote')}</p>
        </>
      )}
      {way === 'extend' && <p>{t('auditScreen.extendNote', { date: next })}</p>}
      {way === 'check-out' && <p>{t('auditScreen.checkOutNote')}</p>}
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </SideDrawer>
  )
}

/** How many are named: the rest is counted. */
const named = 12

function Names({ blocks }: Pick<Props, 'blocks'>) {
  const { t } = useWords()
  return (
    <ul className="au-names">
      {blocks.slice(0, named).map(({ row }) => (
        <li key={row.id}>
          <span className="k-code">{row.roomNumber ?? row.roomTypeCode}</span> <GuestName of={row} />
        </li>
      ))}
      {blocks.length > named && <li>{t('auditScreen.andMore', { count: blocks.length - named })}</li>}
    </ul>
  )
}

type FeeProps = Pick<Props, 'blocks'> & {
  fee: (typeof fees)[number]
  reason: string
  onFee: (fee: (typeof fees)[number]) => void
  onReason: (reason: string) => void
}

function FeeChoice({ blocks, fee, reason, onFee, onReason }: FeeProps) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const sum = blocks.reduce((all, { minor }) => all + (minor ?? 0), 0)
  const amount = formatMoney(sum, currency as never, locale, true)
  return (
    <>
      <KeyedChoice
        label={t('auditScreen.column.fee')}
        keysLabel="auditScreen.key.noShow"
        choices={fees}
        value={fee}
        word={(one) => (one === 'policy' ? t('auditScreen.feePolicy', { amount }) : t('auditScreen.feeNone'))}
        onChange={onFee}
      />
      {fee === 'none' && (
        <ReasonField value={reason} onChange={onReason} hint={t('auditScreen.feeReason')} autoFocus />
      )}
    </>
  )
}

type Asked = { fee: 'policy' | 'none'; reason: string; keepNights: boolean }
type Bookings = { id: never; version: number }[]

/** The command of a way; answers with those that could not be done, null where none could. */
function useWays(way: Way, { fee, reason, keepNights }: Asked) {
  const noShow = useCommand('audit.noShow')
  const move = useCommand('audit.moveArrivals')
  const extend = useCommand('audit.extendStays')
  const checkOut = useCommand('stay.checkOutTogether')
  const because = reason === '' ? {} : { reason }
  const commands = {
    'no-show': noShow,
    move,
    extend,
    'check-out': checkOut,
  } as const
  const runs = {
    'no-show': (bookings: Bookings) => noShow.run({ bookings, fee, ...because }),
    move: (bookings: Bookings) => move.run({ bookings, keepNights }),
    extend: (bookings: Bookings) => extend.run({ bookings }),
    'check-out': (bookings: Bookings) => checkOut.run({ bookings }),
  } as const
  const run = async (bookings: { id: number; version: number }[]) => {
    const reply = await runs[way](bookings as Bookings)
    if (!reply.ok) return null
    return reply.output.failed.map((one): { id: number; refusal: Refusal } =>
      'refusal' in one ? one : { id: one.id, refusal: { code: one.code, params: one.params } },
    )
  }
  const { pending, trouble } = commands[way]
  return { run, pending, trouble }
}
