import { AutoComplete } from 'antd'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'

/** The system that a file comes from: whose numbers its confirmation numbers are. The names of earlier imports are offered. */
export function SourceField({ value, onChange }: { value: string; onChange: (source: string) => void }) {
  const { t } = useWords()
  const batches = useQuery('import.batches', {})
  const names = new Set((batches.data ?? []).flatMap(({ summary }) => summary.source ?? []))
  return (
    <Field label={t('import.source.label')} hint={t('import.source.hint')}>
      {(control) => (
        <AutoComplete
          {...control}
          value={value}
          maxLength={60}
          placeholder={t('import.source.asBefore')}
          options={[...names].map((name) => ({ value: name }))}
          onChange={(source: string) => onChange(source)}
        />
      )}
    </Field>
  )
}
