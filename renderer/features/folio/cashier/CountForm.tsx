import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { type Currency, parseMoney } from '#shared/values/index.ts'
import { formActs } from './acts.ts'

type Current = OutputOf<'shift.current'>
type Props = {
  shift: NonNullable<Current['shift']>
  currencies: Current['currencies']
  onEnd: () => void
  onClosed: () => void
}

/** Pieces as they are typed, by `CNY:10000`; of a currency whose notes are not known its amount, by `VND:`. */
type Typed = { [place: string]: string }

/**
 * The count of a drawer: digits, Enter to the next note, the last one closes the shift. The sum is of what is typed alone;
 * what should be there is said when the count is stored.
 */
export function CountForm({ shift, currencies, onEnd, onClosed }: Props) {
  const { t } = useWords()
  useActs(formActs, { leave: onEnd })
  const draft = useDraft<Typed>(`cashier:count:${shift.id}`, {})
  const close = useCommand('shift.close')
  const form = useRef<HTMLFormElement>(null)
  const typed = draft.value
  const count = countOf(typed)
  const { counted, others, asked, ask } = useCurrencies(currencies, typed)
  const submit = async () => {
    if (count === null) return
    const reply = await close.run({ id: shift.id, version: shift.version, counted: count })
    if (!reply.ok) return
    draft.clear()
    onClosed()
  }
  const goOn = (from: EventTarget) => {
    const fields = [...(form.current?.querySelectorAll('input') ?? [])]
    const next = fields[fields.indexOf(from as HTMLInputElement) + 1]
    if (next) next.focus()
    else form.current?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus()
  }
  const change = (place: string, pieces: string) => {
    draft.set({ ...typed, [place]: pieces })
    close.reset()
  }
  return (
    <form
      ref={form}
      className="cashier-form"
      // One Esc leaves it, from its fields too
      data-esc="pass"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <DraftNote draft={draft} />
      {counted.map(({ currency, faces }) => {
        const first = currency === (asked ?? currencies[0]?.currency)
        const table = { currency, faces, typed, first, onChange: change, onEnter: goOn }
        return faces.length > 0 ? (
          <CountTable key={currency} {...table} />
        ) : (
          <PlainAmount key={currency} {...table} />
        )
      })}
      {others.length > 0 && (
        <div className="k-usual" role="group" aria-label={t('cashierScreen.otherCurrencies')}>
          {others.map(({ currency }) => (
            <button key={currency} type="button" className="k-chip" onClick={() => ask(currency)}>
              + {currency}
            </button>
          ))}
        </div>
      )}
      {close.trouble && (
        <p className="k-trouble-line" role="alert">
          {close.trouble}
        </p>
      )}
      <p className="k-quiet">{t('cashierScreen.countHint')}</p>
      <Button
        type="primary"
        htmlType="submit"
        loading={close.pending}
        disabled={draft.waiting || count === null}
      >
        {t('cashierScreen.close')} <KeyHint keys="Enter" />
      </Button>
    </form>
  )
}

/** The hotel's own currency, those that were asked for and those of which something is typed; the others stay chips. */
function useCurrencies(currencies: Current['currencies'], typed: Typed) {
  const [askedFor, setAsked] = useState<readonly string[]>([])
  const isCounted = (currency: string, at: number) =>
    at === 0 ||
    askedFor.includes(currency) ||
    Object.entries(typed).some(([place, text]) => place.startsWith(`${currency}:`) && text !== '')
  return {
    counted: currencies.filter(({ currency }, at) => isCounted(currency, at)),
    others: currencies.filter(({ currency }, at) => !isCounted(currency, at)),
    asked: askedFor.at(-1),
    ask: (currency: string) => setAsked([...askedFor, currency]),
  }
}

type TableProps = Current['currencies'][number] & {
  typed: Typed
  first: boolean
  onChange: (place: string, pieces: string) => void
  onEnter: (from: EventTarget) => void
}

/** One currency, its largest note first. */
function CountTable({ currency, faces, typed, first, onChange, onEnter }: TableProps) {
  const { t, locale } = useWords()
  return (
    <table className="k-table cashier-count">
      <caption>{currency}</caption>
      <tbody>
        {faces.map((face, row) => {
          const place = `${currency}:${face}`
          const pieces = Number(typed[place] ?? 0)
          const name = formatMoney(face, currency, locale)
          return (
            <tr key={face}>
              <th scope="row" className="k-num">
                {name}
              </th>
              <td>
                <Input
                  aria-label={t('cashierScreen.piecesOf', { face: `${currency} ${name}` })}
                  inputMode="numeric"
                  autoComplete="off"
                  autoFocus={first && row === 0}
                  value={typed[place] ?? ''}
                  onChange={(event) => onChange(place, event.target.value.normalize('NFKC').trim())}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' || isComposing(event)) return
                    event.preventDefault()
                    onEnter(event.target)
                  }}
                />
              </td>
              <td className="k-num">
                {Number.isFinite(pieces) && pieces !== 0 && formatMoney(face * pieces, currency, locale)}
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('cashierScreen.counted')}
          </th>
          <td className="k-num">{formatMoney(sumOf(typed, currency), currency, locale)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** A currency of which the program knows no notes: its whole amount. */
function PlainAmount({ currency, typed, first, onChange, onEnter }: TableProps) {
  const { t } = useWords()
  const text = typed[`${currency}:`] ?? ''
  return (
    <Field
      label={t('cashierScreen.amountOf', { currency })}
      error={amountOf(text, currency) === null ? t('invalid.amount') : undefined}
    >
      {(control) => (
        <Input
          {...control}
          className="k-money"
          inputMode="decimal"
          autoComplete="off"
          autoFocus={first}
          value={text}
          onChange={(event) => onChange(`${currency}:`, event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event)) return
            event.preventDefault()
            onEnter(event.target)
          }}
        />
      )}
    </Field>
  )
}

/** A plain amount in minor units; null where it is none. */
function amountOf(text: string, currency: string): number | null {
  if (text.trim() === '') return 0
  const minor = parseMoney(text, currency as Currency)
  return minor === null || minor < 0 ? null : minor
}

/** What is no number of pieces goes as it is: the refusal names its note. Null while a plain amount can't be read. */
function countOf(typed: Typed): { [currency: string]: { [face: string]: number } } | null {
  const count: { [currency: string]: { [face: string]: number } } = {}
  for (const [place, text] of Object.entries(typed)) {
    const [currency = '', face = ''] = place.split(':')
    if (text === '') continue
    if (face === '') {
      const minor = amountOf(text, currency)
      if (minor === null) return null
      // One piece that is worth all of it
      if (minor > 0) count[currency] = { [minor]: 1 }
      continue
    }
    const number = Number(text)
    // JSON has no NaN: letters count as half a note, which is refused by its name
    count[currency] = { ...count[currency], [face]: Number.isFinite(number) ? number : 0.5 }
  }
  return count
}

function sumOf(typed: Typed, currency: string): number {
  return Object.entries(typed).reduce((sum, [place, pieces]) => {
    const [own, face] = place.split(':')
    const total = Number(face) * Number(pieces)
    return own === currency && Number.isSafeInteger(total) ? sum + total : sum
  }, 0)
}
