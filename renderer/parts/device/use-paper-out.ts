import { blobOfFile, textOfFile } from '#renderer/api/file-content.ts'
import { thePlatform } from '#renderer/api/platform.ts'
import { codeOf, type FailedReply, sentenceOf } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDesk } from '#renderer/base/desk.ts'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import { deviceCodes, type PaperFormat } from '#shared/domain/device/device.ts'
import { words } from '#shared/i18n/index.ts'
import { deskDevices, deviceName, useDeskDevices, useDeviceNames } from './use-desk-devices.ts'

/** The commands that make a paper. */
type PaperCommand =
  | 'paper.file'
  | 'shift.file'
  | 'house.paper'
  | 'request.paper'
  | 'registration.card'
  | 'registration.file'
  | 'housekeeping.sheets'
  | 'report.export'
  | 'report.exportDashboard'
  | 'explore.export'
type Asked<N extends PaperCommand> = Omit<InputOf<N>, 'format'>
type Format<N extends PaperCommand> = NonNullable<InputOf<N>['format']>
type File = OutputOf<'report.export'>

/** A printer that does not print, or a PDF for it that cannot be made: the system's dialog needs neither. */
const ofPrinter: readonly string[] = [...deviceCodes, 'PDF_NO_BROWSER', 'PDF_FAILED']

/**
 * Prints a paper on this desk's printer; by the system's dialog where the desk has none, or where it does not print: the status
 * line says why. Or keeps it as a file. Each answers whether that was done.
 */
export function usePaperOut<N extends PaperCommand>(name: N) {
  useDeviceNames(useDeskDevices().printer !== '')
  const command = useCommand(name, { silent: true })
  const direct = useCommand(name, { done: (language) => words(language, 'device.done.printed') })
  const make = async (by: typeof command, asked: Asked<N>, format: PaperFormat | Format<N>) => {
    const reply = await by.run({ ...asked, format } as unknown as InputOf<N>)
    // Asked again it is another copy
    by.ended()
    return reply
  }
  const print = async (asked: Asked<N>) => {
    for (const before of [command, direct]) before.reset()
    const { printer } = await deskDevices()
    if (printer !== '') {
      const reply = await make(direct, asked, 'printer')
      if (reply.ok) return true
      if (!ofPrinter.includes(codeOf(reply))) return false
      direct.reset()
      tellOfPrinter(await deviceName(printer), name, reply)
    }
    const page = await make(command, asked, 'html')
    if (page.ok) await thePlatform().print(textOfFile(page.output as File))
    return page.ok
  }
  const save = async (asked: Asked<N>, format: Format<N>) => {
    const file = await make(command, asked, format)
    if (!file.ok) return false
    const { name: fileName } = file.output as File
    return thePlatform().saveFile(fileName, blobOfFile(file.output as File))
  }
  const both = {
    ...command,
    pending: command.pending || direct.pending,
    trouble: command.trouble ?? direct.trouble,
  }
  return { command: both, print, save }
}

/** In the status line: what was printed is out of the dialog, and the drawer that asked for it may be closed. */
function tellOfPrinter(printer: string, operation: PaperCommand, reply: FailedReply): void {
  useDesk.setState({
    lastDone: {
      words: (language) =>
        words(language, 'device.printerFailed', {
          printer,
          reason: sentenceOf(reply, language, operation),
        }),
      change: null,
      undoable: false,
      undone: false,
      wrong: true,
    },
  })
}
