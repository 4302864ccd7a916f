import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import type { Folio } from '#renderer/parts/folio/folio-view.ts'
import {
  emptyPayment,
  leftAfter,
  type PayDesk,
  type ReadPayment,
  readPayment,
  suggestedAmount,
  type TypedPayment,
} from '#renderer/parts/folio/typed-payment.ts'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import type { ActProps } from './act-props.ts'

export type SettleRow = TypedPayment & { window: number }
export type SettleWindow = Folio['windows'][number]

/** The payments that are typed, what they leave of each window, what is in the way, and the command that settles and closes. */
export function useSettle({ folio, chart, onClose }: ActProps) {
  const { currency, businessDate } = useHotel()
  const desk = { chart, currency, businessDate }
  const owing = folio.windows.filter(({ balanceMinor }) => balanceMinor > 0)
  const [fresh] = useState(() => owing.map((window) => rowFor(window, window.balanceMinor, desk)))
  const settle = useCommand('folio.settle')
  const close = useCommand('folio.close')
  const { draft, typed, set } = useTyped(`folio:${folio.id}:settle`, { rows: fresh }, settle)
  const { rows } = typed
  const reads = rows.map((row) => readPayment(row, desk))
  const leftOf = (window: SettleWindow) =>
    rows.reduce(
      (left, row, at) =>
        row.window === window.window ? leftAfter(left, reads[at] as ReadPayment, desk) : left,
      window.balanceMinor,
    )
  const lefts = folio.windows.map(leftOf)
  const held = folio.deposits.find(({ heldMinor }) => heldMinor > 0)
  const hold = folio.holds.find(({ status }) => status === 'held')
  const run = async () => {
    const one = { id: folio.id, version: folio.version }
    const payments = rows.flatMap((row, at) => {
      const input = reads[at]?.input
      return input ? [{ window: row.window, ...input }] : []
    })
    const reply =
      rows.length > 0 ? await settle.run({ ...one, payments, businessDate }) : await close.run(one)
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return {
    draft,
    desk,
    rows,
    write: (next: SettleRow[]) => set({ rows: next }),
    reads,
    command: rows.length > 0 ? settle : close,
    owing,
    inCredit: folio.windows.filter(({ balanceMinor }) => balanceMinor < 0),
    leftOf,
    leftMinor: lefts.reduce((sum, left) => sum + left, 0),
    held,
    hold,
    nothing: folio.windows.every(({ balanceMinor }) => balanceMinor === 0),
    ready: !held && !hold && lefts.every((left) => left === 0) && reads.every(({ input }) => input !== null),
    run,
  }
}

/** A payment of what is left of a window: on account where a company pays it, else by the first way there is. */
export function rowFor(
  { window, accountId, payeeName }: SettleWindow,
  minor: number,
  desk: PayDesk,
): SettleRow {
  const onAccount =
    accountId === null ? undefined : desk.chart.payments.find(({ method }) => method === 'account')
  const code = onAccount ?? desk.chart.payments[0]
  return {
    ...emptyPayment,
    window,
    codeId: code?.id ?? null,
    account: onAccount && accountId !== null ? { id: accountId, name: payeeName } : null,
    amount: suggestedAmount(minor, code, '', desk),
  }
}
