import { Button, Input } from 'antd'
import { useRef } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import type { OutputOf } from '#shared/contract/index.ts'

type Current = OutputOf<'shift.current'>
type Props = {
  shift: NonNullable<Current['shift']>
  currencies: Current['currencies']
  onEnd: () => void
  onClosed: () => void
}

/** Pieces as they are typed, by `CNY:10000`. */
type Typed = { [place: string]: string }

/**
 * The count of a drawer: digits, Enter to the next note, the last one closes the shift. The sum is of what is typed alone;
 * what should be there is said when the count is stored.
 */
export function CountForm({ shift, currencies, onEnd, onClosed }: Props) {
  const { t } = useWords()
  const draft = useDraft<Typed>(`cashier:count:${shift.id}`, {})
  const close = useCommand('shift.close')
  const form = useRef<HTMLFormElement>(null)
  const typed = draft.value
  const submit = async () => {
    const reply = await close.run({ id: shift.id, version: shift.version, counted: countOf(typed) })
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
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event) => event.key === 'Escape' && onEnd()}
    >
      <DraftNote draft={draft} />
      {currencies
        .filter(({ faces }) => faces.length > 0)
        .map(({ currency, faces }, at) => (
          <CountTable
            key={currency}
            currency={currency}
            faces={faces}
            typed={typed}
            first={at === 0}
            onChange={change}
            onEnter={goOn}
          />
        ))}
      {close.trouble && (
        <p className="k-trouble-line" role="alert">
          {close.trouble}
        </p>
      )}
      <p className="k-quiet">{t('cashierScreen.countHint')}</p>
      <Button type="primary" htmlType="submit" loading={close.pending} disabled={draft.waiting}>
        {t('cashierScreen.close')} <KeyHint keys="Enter" />
      </Button>
    </form>
  )
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
                  aria-label={`${currency} ${name}`}
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

/** What is no number goes as it is: the refusal names its note. */
function countOf(typed: Typed): { [currency: string]: { [face: string]: number } } {
  const count: { [currency: string]: { [face: string]: number } } = {}
  for (const [place, pieces] of Object.entries(typed)) {
    const [currency = '', face = ''] = place.split(':')
    if (pieces === '') continue
    const number = Number(pieces)
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
