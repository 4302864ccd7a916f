import { blobOfFile, textOfFile } from '#renderer/api/file-content.ts'
import { thePlatform } from '#renderer/api/platform.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import type { InputOf } from '#shared/contract/index.ts'

/** What is printed: a numbered paper, a window of a folio, the slip of a deposit; of a size other than the hotel's own. */
export type Out = Pick<InputOf<'paper.file'>, 'of' | 'size'>

/** Prints a paper, or keeps it as a PDF; each answers whether that was done. */
export function usePaperOut() {
  const command = useCommand('paper.file', { silent: true })
  const { run: make, ended } = command
  const file = async (out: Out, format: 'pdf' | 'html') => {
    const reply = await make({ ...out, format })
    // Asked again it is another copy
    ended()
    return reply.ok ? reply.output : null
  }
  const print = async (out: Out) => {
    const page = await file(out, 'html')
    if (page) await thePlatform().print(textOfFile(page))
    return page !== null
  }
  const save = async (out: Out) => {
    const pdf = await file(out, 'pdf')
    return pdf !== null && (await thePlatform().saveFile(pdf.name, blobOfFile(pdf)))
  }
  return { command, print, save }
}
