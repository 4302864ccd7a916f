import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { type Out, usePaperOut } from '../use-paper-out.ts'

const pdfActs = { pdf: { key: 'Alt+P', label: 'folioPaper.pdf' } } as const

/** Keeps a paper as a PDF. */
export function PdfTool({ out }: { out: Out }) {
  const { t } = useWords()
  const { command, save } = usePaperOut()
  const start = () => void (command.pending || save(out))
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
