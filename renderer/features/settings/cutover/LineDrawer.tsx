import { useRef, useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import {
  type CutoverSection,
  depositKindOf,
  openingColumns,
  readOpeningLines,
  type WrongLine,
} from '#shared/domain/folio/cutover.ts'
import { depositKinds } from '#shared/domain/folio/deposit.ts'
import type { Currency } from '#shared/values/index.ts'
import { TextRow } from '../fields.tsx'
import { ChoiceRow, type Option } from '../money/money-fields.tsx'
import type { Chart } from '../money/money-things.ts'
import { columnName, mistakeText, type OpeningLine } from './line-columns.tsx'
import { type Cells, freshCells } from './opening-form.ts'

type Props = {
  section: CutoverSection
  chart: Chart
  /** None for new lines: one after another, until the drawer is closed. */
  line: OpeningLine | undefined
  onTake: (cells: Cells) => void
  onClose: () => void
}

/** One line of what is taken over; what is wrong with a field stands beside it. */
export function LineDrawer({ section, chart, line, onTake, onClose }: Props) {
  const { t } = useWords()
  const { currency, businessDate } = useHotel()
  const fresh = line?.cells ?? freshCells(section, businessDate.slice(0, 4))
  const draft = useDraft<Cells>(`settings:cutover:${section}:${line?.at ?? 'new'}`, fresh)
  const [wrong, setWrong] = useState<readonly WrongLine[]>(line?.wrong ?? [])
  const [added, setAdded] = useState(0)
  const form = useRef<HTMLDivElement>(null)
  const cells = draft.value
  const change = (place: number, text: string) => {
    draft.set(cells.map((cell, at) => (at === place ? text : cell)))
    const field = openingColumns[section][place]?.field
    setWrong(wrong.filter((one) => one.field !== field))
  }
  const submit = () => {
    const read = readOpeningLines(section, [{ line: 1, cells }], currency as Currency)
    if (read.wrong.length > 0) return setWrong(read.wrong)
    onTake(cells)
    draft.clear()
    if (line) return onClose()
    setAdded(added + 1)
    form.current?.querySelector('input')?.focus()
  }
  return (
    <SideDrawer
      open
      title={t(line ? 'cutover.edit' : 'cutover.add', { line: (line?.at ?? 0) + 1 })}
      onClose={onClose}
      draft={draft}
      submit={{ label: t(line ? 'common.save' : 'cutover.addLine'), run: submit }}
    >
      <div ref={form}>
        {openingColumns[section].map((_, place) => (
          <CellField
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
            key={place}
            section={section}
            place={place}
            chart={chart}
            value={cells[place] ?? ''}
            onChange={(text) => change(place, text)}
            wrong={wrong}
          />
        ))}
      </div>
      {added > 0 && (
        <p className="co-good" role="status">
          {t('cutover.added', { count: added })}
        </p>
      )}
    </SideDrawer>
  )
}

type FieldProps = {
  section: CutoverSection
  place: number
  chart: Chart
  value: string
  onChange: (text: string) => void
  wrong: readonly WrongLine[]
}

function CellField({ section, place, chart, value, onChange, wrong }: FieldProps) {
  const { t, language } = useWords()
  const column = openingColumns[section][place]
  if (!column) return null
  const { field, kind } = column
  const mistake = wrong.find((one) => one.field === field)
  const common = {
    label: columnName(field, t),
    error: mistake && mistakeText(mistake, t),
    value,
    autoFocus: place === 0,
    onChange,
  }
  const options = optionsOf()
  if (options) return <ChoiceRow {...common} value={chosen(options)} options={options} />
  if (kind === 'date' || kind === 'optional date')
    return (
      <Field label={common.label} error={common.error}>
        {(control) => (
          <DateField {...control} kind={kind === 'date' ? 'past' : 'day'} value={value} onChange={onChange} />
        )}
      </Field>
    )
  return (
    <TextRow
      {...common}
      hint={kind === 'signed' && t('cutover.signed')}
      money={kind === 'amount' || kind === 'signed'}
      figures={kind === 'whole' || kind === 'window'}
    />
  )

  function optionsOf(): Option<string>[] | null {
    if (kind === 'deposit kind')
      return depositKinds.map((one) => ({ value: one, label: t(`cashierScreen.depositKind.${one}`) }))
    if (field === 'code')
      return chart.codes
        .filter((one) => one.active && one.kind === 'payment')
        .filter(({ method }) => method !== 'voucher' && method !== 'account')
        .map((one) => ({ value: one.code, label: `${one.code} ${inLanguage(one, language)}` }))
    if (field === 'series')
      return chart.series.map((one) => ({
        value: one.code,
        label: `${one.code} ${t(`chart.paperKind.${one.kind}`)}`,
      }))
    return null
  }

  function chosen(among: readonly Option<string>[]): string | null {
    const text = kind === 'deposit kind' ? (depositKindOf(value) ?? value) : value
    return among.some((one) => one.value === text) ? text : null
  }
}
