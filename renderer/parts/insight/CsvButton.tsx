import { useWords } from '#renderer/base/language.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { csvAct } from './csv-act.ts'

/** Saves what is listed beside it for a spreadsheet: the same word and the same key in every section. */
export function CsvButton({ run, disabled = false }: { run: () => unknown; disabled?: boolean }) {
  const { t } = useWords()
  return (
    <Button onClick={() => void run()} disabled={disabled} title={t('insight.file.save')}>
      CSV <KeyHint keys={csvAct.key} />
    </Button>
  )
}
