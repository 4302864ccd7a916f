import { useEffect, useRef } from 'react'
import { textOfFile } from '#renderer/api/file-content.ts'
import { callAtOnce } from '#renderer/api/http.ts'
import { offerPaper } from '#renderer/api/print-paper.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { usePaperOut } from '#renderer/parts/device/use-paper-out.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { printActs } from './acts.ts'
import { type FileAsk, fileInput } from './file-ask.ts'

/** Prints a report or a page as its file is: with heads, page numbers and definitions, however much of it is on screen. */
export function PrintTool({ ask }: { ask: FileAsk }) {
  const { t, language } = useWords()
  const { command, print } = usePaperOut(ask.operation)
  const { pending, trouble } = command
  const start = () => void (pending || print({ ...ask.input, language }))
  const pageAtOnce = () => {
    const input = fileInput(ask, { format: 'html', language })
    const reply = callAtOnce(ask.operation, input, { requestId: crypto.randomUUID(), language })
    return reply.ok ? textOfFile(reply.output) : null
  }
  useActs(printActs, { print: start })
  const latest = useRef({ print: start, pageAtOnce })
  latest.current = { print: start, pageAtOnce }
  useEffect(
    () =>
      offerPaper({
        print: () => latest.current.print(),
        pageAtOnce: () => latest.current.pageAtOnce(),
      }),
    [],
  )
  return (
    <>
      {trouble && (
        <span className="k-trouble-line" role="alert">
          {trouble}
        </span>
      )}
      <Button disabled={pending} onClick={start}>
        {t('reportText.print.button')} <KeyHint keys={printActs.print.key} />
      </Button>
    </>
  )
}
