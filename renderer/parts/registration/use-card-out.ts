import { blobOfFile, textOfFile } from '#renderer/api/file-content.ts'
import { thePlatform } from '#renderer/api/platform.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDeskDevices } from '#renderer/parts/device/use-desk-devices.ts'
import type { InputOf } from '#shared/contract/index.ts'

type Asked = Omit<InputOf<'registration.card'>, 'format'>

/** Prints a registration card, on this desk's printer where it has one, or keeps it as a file. */
export function useCardOut() {
  const command = useCommand('registration.card', { silent: true })
  const { run, ended } = command
  const { printer } = useDeskDevices()
  const direct = useCommand('device.printCard')
  const make = async (asked: Asked, format: 'html' | 'pdf') => {
    const reply = await run({ ...asked, format })
    // Asked again it is another file
    ended()
    return reply.ok ? reply.output : null
  }
  return {
    print: async (asked: Asked) => {
      if (printer !== '') {
        const { bookingId, guestId } = asked
        const printed = await direct.run({ bookingId, ...(guestId === undefined ? {} : { guestId }) })
        direct.ended()
        if (printed.ok) return
        // The printer is away: the system's own dialog prints it, and why is told
      }
      const page = await make(asked, 'html')
      if (page) await thePlatform().print(textOfFile(page))
    },
    save: async (asked: Asked) => {
      const made = await make(asked, 'pdf')
      if (made) await thePlatform().saveFile(made.name, blobOfFile(made))
    },
    pending: command.pending || direct.pending,
    trouble: command.trouble ?? direct.trouble,
  }
}
