import { Button } from 'antd'
import { useState } from 'react'
import { theClient } from '#renderer/api/client.ts'
import { type NotTaken, thePlatform } from '#renderer/api/platform.ts'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { NotTakenLine } from '#renderer/parts/import/NotTakenLine.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import type { CutoverSection } from '#shared/domain/folio/cutover.ts'
import { cutoverLineActs } from '../acts.ts'
import { type Cells, headsOf } from './opening-form.ts'

type Props = { section: CutoverSection; onRead: (lines: readonly Cells[], file: string) => void }

/** Lines out of a file, in place of those that are there; and an empty table to fill in. */
export function FileTools({ section, onRead }: Props) {
  const { t, language } = useWords()
  const [failed, setFailed] = useState<FailedReply | null>(null)
  const [lost, setLost] = useState<NotTaken | null>(null)
  const readFile = async () => {
    setFailed(null)
    setLost(null)
    const picked = await thePlatform().pickFile(['csv', 'txt', 'tsv', 'xlsx'])
    if (!picked) return
    if (!('file' in picked)) return setLost(picked)
    const reply = await theClient().call('cutover.readFile', { section, file: picked.file })
    if (!reply.ok) return setFailed(reply as FailedReply)
    onRead(
      reply.output.lines.map(({ cells }) => cells),
      picked.name,
    )
  }
  useActs({ file: cutoverLineActs.file }, { file: () => void readFile() })
  const saveEmpty = () => {
    // Spreadsheets take a text for the system's own code page unless it begins with this mark
    const table = `\ufeff${headsOf(section, language).join(',')}\r\n`
    void thePlatform().saveFile(
      `${t(`cutover.section.${section}`)}.csv`,
      new Blob([table], { type: 'text/csv;charset=utf-8' }),
    )
  }
  return (
    <>
      <Button onClick={() => void readFile()}>
        {t('cutover.file')} <KeyHint keys={cutoverLineActs.file.key} />
      </Button>
      <Button onClick={saveEmpty}>{t('cutover.emptyTable')}</Button>
      {lost && <NotTakenLine lost={lost} />}
      {failed && <Trouble line failed={failed} operation="cutover.readFile" />}
    </>
  )
}
