import type { ClientReply } from '#renderer/api/client.ts'
import { blobOfFile, textOfFile } from '#renderer/api/file-content.ts'
import { thePlatform } from '#renderer/api/platform.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import type { PaperFormat } from '#shared/domain/device/device.ts'
import { words } from '#shared/i18n/index.ts'
import { useDeskDevices } from './use-desk-devices.ts'

/** The commands that make a paper. */
type PaperCommand =
  | 'paper.file'
  | 'shift.file'
  | 'house.paper'
  | 'request.paper'
  | 'registration.card'
  | 'registration.file'
  | 'housekeeping.sheets'
type Asked<N extends PaperCommand> = Omit<InputOf<N>, 'format'>
type Format<N extends PaperCommand> = NonNullable<InputOf<N>['format']>
type File = OutputOf<'report.export'>

/**
 * Prints a paper on this desk's printer; by the system's dialog where the desk has none, or where it does not answer: why is told.
 * Or keeps it as a file. Each answers whether that was done.
 */
export function usePaperOut<N extends PaperCommand>(name: N) {
  const { printer } = useDeskDevices()
  const command = useCommand(name, { silent: true })
  const direct = useCommand(name, { done: (language) => words(language, 'device.done.printed') })
  const make = async (by: typeof command, asked: Asked<N>, format: PaperFormat | Format<N>) => {
    const reply: ClientReply<N> = await by.run({ ...asked, format } as unknown as InputOf<N>)
    // Asked again it is another copy
    by.ended()
    return reply.ok ? (reply.output as File) : null
  }
  const print = async (asked: Asked<N>) => {
    direct.reset()
    if (printer !== '' && (await make(direct, asked, 'printer'))) return true
    const page = await make(command, asked, 'html')
    if (page) await thePlatform().print(textOfFile(page))
    return page !== null
  }
  const save = async (asked: Asked<N>, format: Format<N>) => {
    const file = await make(command, asked, format)
    return file !== null && (await thePlatform().saveFile(file.name, blobOfFile(file)))
  }
  const both = {
    ...command,
    pending: command.pending || direct.pending,
    trouble: command.trouble ?? direct.trouble,
  }
  return { command: both, print, save }
}
