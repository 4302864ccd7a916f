import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { usePaperOut } from '#renderer/parts/device/use-paper-out.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import type { InputOf } from '#shared/contract/index.ts'

const pdfActs = { pdf: { key: 'Alt+P', label: 'folioPaper.pdf' } } as const

/** Keeps a paper as a PDF. */
export function PdfTool({ out }: { out: Omit<InputOf<'paper.file'>, 'format'> }) {
  const { t } = useWords()
  const { command, save } = usePaperOut('paper.file')
  const start = () => void (command.pending || save(out, 'pdf'))
  useActs(pdfActs, { pdf: start })
  return (
    <div className="k-usual">
      <button type="button" className="k-chip" disabled={command.pending} onClick={start}>
        {t('folioPaper.pdf')} <KeyHint keys={pdfActs.pdf.key} />
      </button>
      {command.trouble && (
        <p className="k-trouble-line" role="alert">
          {command.trouble}
        </p>
      )}
    </div>
  )
}
