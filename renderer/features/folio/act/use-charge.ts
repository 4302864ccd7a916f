import type { InputRef, RefSelectProps } from 'antd'
import { useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { readAmount, readQuantity } from '#renderer/parts/folio/amounts.ts'
import type { Chart } from '#renderer/parts/folio/use-chart.ts'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { lineTotal } from '#shared/domain/folio/convert.ts'
import { type Currency, isBusinessDate, minorToDecimal } from '#shared/values/index.ts'
import type { ActProps } from './act-props.ts'
import { taxesOf } from './charge-taxes.ts'

export type Posted = { key: number; text: string; minor: number }

/** A charge as it is typed. */
export type TypedCharge = {
  codeId: number | null
  quantity: string
  price: string
  text: string
  serviceDate: string
  window: number
  overLimit: boolean
}

/** What is typed of a charge, what it comes to, and the command that posts it and is ready for the next. */
export function useCharge({ folio, chart, window }: ActProps) {
  const { businessDate, currency } = useHotel()
  const fresh: TypedCharge = {
    codeId: null,
    quantity: '1',
    price: '',
    text: '',
    serviceDate: businessDate,
    window,
    overLimit: false,
  }
  const command = useCommand('folio.charge')
  const { draft, typed, set } = useTyped(`folio:${folio.id}:charge`, fresh, command)
  const [posted, setPosted] = useState<readonly Posted[]>([])
  const codeField = useRef<RefSelectProps>(null)
  const priceField = useRef<InputRef>(null)
  const read = readCharge(typed, chart, currency)
  const { code, quantity, unit, date, total, taxed } = read
  /** The code's own price is put in; where it has none, one types it. */
  const take = (id: number | null) => {
    const priced = chart.codeOf(id)?.priceMinor ?? null
    set({ codeId: id, price: priced === null ? '' : minorToDecimal(priced, currency as Currency) })
    if (id !== null && priced === null) priceField.current?.focus()
  }
  const run = async () => {
    if (!code || quantity === null || unit === null || !date) return
    const reply = await command.run({
      folioId: folio.id,
      window: typed.window,
      items: [{ codeId: code.id, quantity, unitMinor: unit, text: typed.text.trim() }],
      serviceDate: date,
      businessDate,
      ...(typed.overLimit ? { overLimit: true } : {}),
    })
    if (!reply.ok) return
    const text = [chart.nameOf(code), typed.text.trim()].filter(Boolean).join(' · ')
    setPosted((before) => [{ key: before.length, text, minor: taxed?.grossMinor ?? total ?? 0 }, ...before])
    // The same thing twice is two things: a bottle of water, and another
    command.ended()
    draft.clear()
    draft.set({ ...fresh, window: typed.window, serviceDate: typed.serviceDate })
    codeField.current?.focus()
  }
  return { draft, typed, set, read, take, run, command, posted, codeField, priceField }
}

/** What a typed charge comes to, as far as it is whole. */
export type ReadCharge = ReturnType<typeof readCharge>

function readCharge(typed: TypedCharge, chart: Chart, currency: string) {
  const code = chart.codeOf(typed.codeId)
  const quantity = readQuantity(typed.quantity)
  const isPriced = typed.price.trim() !== ''
  const unit = readAmount(typed.price, currency) ?? (isPriced ? null : (code?.priceMinor ?? null))
  const date = isBusinessDate(typed.serviceDate) ? typed.serviceDate : null
  const total = code && quantity !== null && unit !== null ? lineTotal(quantity, unit) : null
  return {
    code,
    quantity,
    unit,
    priceWrong: isPriced && unit === null,
    date,
    total,
    taxed: code && total !== null && date ? taxesOf(chart, code, total, quantity ?? 1000, date) : null,
    ready: total !== null && total !== 0 && date !== null,
  }
}
