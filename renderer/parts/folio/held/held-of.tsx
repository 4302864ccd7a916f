import { Select } from 'antd'
import { useRef, useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { besideWidth } from '../ActDrawer.tsx'
import type { Folio } from '../folio-view.ts'
import type { Chart } from '../use-chart.ts'
import { type Deposit, type Hold, heldDeposits } from './held-acts.ts'

/** What an act on held money gets: the folio that it is of, and which deposit or hold where one was pointed at. */
export type HeldProps = { folio: Folio; chart: Chart; id: number | undefined; onClose: () => void }

/** The one that is acted on: pointed at, chosen, or the first; still shown when the act has just used it up. */
export function useOneOf<One extends { id: number }>(
  all: readonly One[],
  first: number | undefined,
): { one: One | undefined; choose: (id: number) => void } {
  const [chosen, choose] = useState(first)
  const last = useRef<One | undefined>(undefined)
  last.current = all.find(({ id }) => id === chosen) ?? last.current ?? all[0]
  return { one: last.current, choose }
}

type ChoiceProps<One> = {
  label: string
  all: readonly One[]
  one: One
  word: (one: One) => string
  choose: (id: number) => void
}

/** Which of several; nothing to choose where there is one. */
export function OneField<One extends { id: number }>({ label, all, one, word, choose }: ChoiceProps<One>) {
  if (all.length < 2) return null
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={one.id}
          options={all.map((each) => ({ value: each.id, label: word(each) }))}
          onChange={choose}
        />
      )}
    </Field>
  )
}

/** A deposit by its kind, its slip and what is held of it. */
export function useDepositWords(): (deposit: Deposit) => string {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  return ({ kind, slipNo, heldMinor }) =>
    `${t(`folioScreen.deposit.${kind}`)} ${slipNo} · ${formatMoney(heldMinor, currency, locale)}`
}

/** Which of the deposits that are held. */
export function SlipField({
  folio,
  one,
  choose,
}: { folio: Folio } & Pick<ChoiceProps<Deposit>, 'one' | 'choose'>) {
  const { t } = useWords()
  const word = useDepositWords()
  return (
    <OneField
      label={t('folioHeld.slipField')}
      all={heldDeposits(folio)}
      one={one}
      word={word}
      choose={choose}
    />
  )
}

/** A pre-authorisation by its card, amount and end. */
export function useHoldWords(): (hold: Hold) => string {
  const { locale } = useWords()
  const { currency } = useHotel()
  return ({ lastFour, approval, amountMinor }) =>
    [lastFour && `···${lastFour}`, approval, formatMoney(amountMinor, currency, locale)]
      .filter(Boolean)
      .join(' · ')
}

/** Said where an act was opened by its address and nothing is held any more. */
export function NothingHeld({ title, onClose }: { title: string; onClose: () => void }) {
  const { t } = useWords()
  return (
    <SideDrawer open title={title} onClose={onClose} width={besideWidth}>
      <p>{t('folioHeld.nothing')}</p>
    </SideDrawer>
  )
}
