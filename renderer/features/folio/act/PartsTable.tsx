import { Input, Select } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import type { Folio } from '#renderer/parts/folio/folio-view.ts'
import { windowOptions } from '#renderer/parts/folio/WindowField.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { useRestWords } from './rest-words.ts'
import type { Split } from './use-split.ts'

const maxParts = 20

type Props = { folio: Folio; split: Split }

/** The parts of a line: how large, on which window, what each comes to. */
export function PartsTable({ folio, split }: Props) {
  const { t } = useWords()
  const { by, parts } = split
  return (
    <>
      <table className="k-table fo-parts">
        <thead>
          <tr>
            <th scope="col">{t('folioScreen.split.part')}</th>
            <th scope="col">{t(`folioScreen.split.unit.${by}`)}</th>
            <th scope="col">{t('folioScreen.field.window')}</th>
            <th scope="col" className="k-num">
              {t('folioScreen.column.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place
            <PartRow key={at} at={at} folio={folio} split={split} />
          ))}
        </tbody>
      </table>
      <div className="k-usual fo-part-tools">
        <button type="button" className="k-chip" disabled={parts.length >= maxParts} onClick={split.addPart}>
          + {t('folioScreen.split.more')}
        </button>
        {parts.length > 2 && (
          <button type="button" className="k-chip" onClick={split.dropPart}>
            − {t('folioScreen.split.fewer')}
          </button>
        )}
      </div>
    </>
  )
}

function PartRow({ at, folio, split }: Props & { at: number }) {
  const words = useWords()
  const { t, locale } = words
  const { currency } = useHotel()
  const { by, parts, read, amounts, setPart } = split
  const restWords = useRestWords(by)
  const part = parts[at]
  return (
    <tr>
      <th scope="row">{at + 1}</th>
      <td>
        <Input
          aria-label={t('folioScreen.split.partN', { part: at + 1 })}
          autoFocus={at === 0}
          className="k-money"
          inputMode="decimal"
          autoComplete="off"
          value={part?.value}
          placeholder={read?.filled === at ? restWords(read.restBefore) : ''}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setPart(at, { value: event.target.value })}
        />
      </td>
      <td>
        <Select
          aria-label={t('folioScreen.split.windowOf', { part: at + 1 })}
          value={part?.window}
          options={windowOptions(folio, true, words)}
          onChange={(window: number) => setPart(at, { window })}
        />
      </td>
      <td className="k-num">{amounts ? formatMoney(amounts[at] ?? 0, currency, locale) : '—'}</td>
    </tr>
  )
}
