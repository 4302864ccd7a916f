import { sentenceOf } from '#renderer/api/reply-error.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import type { Scan } from '#renderer/base/keys/scan.ts'
import { useWords } from '#renderer/base/language.ts'
import { readerActs } from '#renderer/parts/stay/acts.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useReader } from './use-reader.ts'

/** A document by this desk's reader: read by a key, or pushed by the reader itself. Nothing where the desk has none. */
export function ReadDocument({ onScan }: { onScan: (scan: Scan) => void }) {
  const { t, language } = useWords()
  const { has, reading, read, failed } = useReader(onScan)
  useActs(has ? readerActs : {}, has ? { read } : {})
  if (!has) return null
  return (
    <>
      <button type="button" className="k-tool" disabled={reading} onClick={read}>
        {t('device.read')} <KeyHint keys={readerActs.read.key} />
      </button>
      {reading && <span role="status">{t('device.reading')}</span>}
      {failed && (
        <span className="k-trouble-line" role="alert">
          {sentenceOf(failed, language, 'device.readDocument')} {t('device.goOn')}
        </span>
      )}
    </>
  )
}
