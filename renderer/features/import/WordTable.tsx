import { Select } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { clearable } from '#renderer/ui/clearable.ts'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Section } from '#renderer/ui/Pane.tsx'
import type { ImportSummary } from '#shared/contract/import.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { meaningsByField, type WordField } from '#shared/domain/import/source-words.ts'
import { plainWord } from '#shared/domain/import/values.ts'

/** The words of a file that are not known, each with a choice of what it means; what is chosen holds for all later files. */
export function UnknownWords({ summary, onMapped }: { summary: ImportSummary; onMapped: () => void }) {
  const { t, locale } = useWords()
  const known = useQuery('import.words', {})
  const unknown = summary.unknownWords ?? []
  if (unknown.length === 0) return null
  const meaningOf = (field: WordField, word: string) =>
    known.data?.find((one) => one.field === field && plainWord(one.word) === plainWord(word))?.means ?? null
  return (
    <section>
      <table className="k-table im-words">
        <thead>
          <tr>
            <th scope="col">{t('import.words.unknown')}</th>
            <th scope="col" className="k-num">
              {t('import.report.count')}
            </th>
            <th scope="col">{t('import.words.means')}</th>
          </tr>
        </thead>
        <tbody>
          {unknown.map(({ field, word, rows }) => (
            <tr key={`${field} ${word}`}>
              <th scope="row">
                {word} <span className="k-faint">{t(`import.field.${field}`)}</span>
              </th>
              <td className="k-num">{formatNumber(rows, locale)}</td>
              <td>
                <MeaningChoice field={field} word={word} means={meaningOf(field, word)} onMapped={onMapped} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="k-field-hint im-words-hint">{t('import.words.hint')}</p>
    </section>
  )
}

/** The words that were given a meaning, with by whom and when; each can be changed or forgotten. */
export function KnownWords() {
  const { t } = useWords()
  const { data = [] } = useQuery('import.words', {})
  if (data.length === 0) return null
  return (
    <Section title={t('import.words.known')}>
      <table className="k-table im-words">
        <thead>
          <tr>
            <th scope="col">{t('import.words.word')}</th>
            <th scope="col">{t('import.words.means')}</th>
            <th scope="col">{t('import.words.by')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ id, field, word, means, at, by }) => (
            <tr key={id}>
              <th scope="row">
                {word} <span className="k-faint">{t(`import.field.${field}`)}</span>
              </th>
              <td>
                <MeaningChoice field={field} word={word} means={means} />
              </td>
              <td>
                {by} <DateTimeText moment={at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** Where the catalogues have the words of each field's values. */
const wordsOf = {
  status: 'shell.mark',
  meal: 'booking.meal',
  segment: 'booking.segment',
  channel: 'booking.channel',
} as const

type ChoiceProps = { field: WordField; word: string; means: string | null; onMapped?: () => void }

function MeaningChoice({ field, word, means, onMapped }: ChoiceProps) {
  const { t } = useWords()
  const map = useCommand('import.mapWord')
  const choose = async (chosen: string | null) => {
    const reply = await map.run({ field, word, means: chosen } as InputOf<'import.mapWord'>)
    if (reply.ok) onMapped?.()
  }
  return (
    <Select
      aria-label={t('import.words.meaningOf', { word })}
      className="im-field"
      popupMatchSelectWidth={200}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('import.words.choose')}
      value={means}
      loading={map.pending}
      allowClear={means === null ? false : clearable(t)}
      options={meaningsByField[field].map((value) => ({
        value,
        label: codeWords(wordsOf[field], value, t),
      }))}
      onSelect={(value: string) => void choose(value)}
      onClear={() => void choose(null)}
    />
  )
}
