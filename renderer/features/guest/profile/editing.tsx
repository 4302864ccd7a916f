import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import { type ClientReply, theClient } from '#renderer/api/client.ts'
import { type CommandState, useCommand } from '#renderer/api/use-command.ts'
import { doneForWords, type Named } from '#renderer/parts/guest/names.ts'
import type { CommandName, InputOf, OutputOf } from '#shared/contract/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { GuestId } from '#shared/values/index.ts'

export type Profile = OutputOf<'guest.profile'>
export type Change = OutputOf<'change.list'>['rows'][number]

/** Who was quicker: the last change of this guest, or null where even that could not be read. */
export type Conflict = { change: Change | null }

type Editing = {
  id: GuestId
  /** The guest as named now: what is done says whom it was for. */
  whom: () => Named
  /** Runs one command after the other, each with the version the one before left. */
  inTurn: <N extends CommandName>(
    run: (version: number) => Promise<ClientReply<N>>,
  ) => Promise<ClientReply<N>>
}

const EditingContext = createContext<Editing | null>(null)

/**
 * Keeps the version of the guest on screen. An edit right after another does not wait for the refetch: the answer of
 * the first brings the version of the second. Somebody else's change in between is shown with who made it, and the
 * page reads the present state; what was typed stays in its field.
 */
export function useEditing(profile: Profile | undefined, id: GuestId, refetch: () => void) {
  const version = useRef(0)
  version.current = Math.max(version.current, profile?.guest.version ?? 0)
  const whom = useRef<Named>({ name: '', latinName: '' })
  if (profile) whom.current = profile.guest
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const again = useRef(refetch)
  again.current = refetch
  const editing = useMemo<Editing>(
    () => ({
      id,
      whom: () => whom.current,
      inTurn: (run) => {
        const mine = turn.current.then(async () => {
          const reply = await run(version.current)
          const saved = reply.ok ? (reply.output as { version?: number }).version : undefined
          if (saved !== undefined) version.current = Math.max(version.current, saved)
          if (reply.ok) setConflict(null)
          else if ('fault' in reply && reply.fault.code === 'CONFLICT') {
            setConflict({ change: await lastChange(id) })
            again.current()
          }
          return reply
        })
        turn.current = mine.catch(() => undefined)
        return mine
      },
    }),
    [id],
  )
  return { editing, conflict, dismiss: () => setConflict(null) }
}

async function lastChange(id: GuestId): Promise<Change | null> {
  const reply = await theClient().call('change.list', { entity: 'guest', entityId: id, limit: 1 })
  return reply.ok ? (reply.output.rows[0] ?? null) : null
}

export function EditingProvider({ editing, children }: { editing: Editing; children: ReactNode }) {
  return <EditingContext value={editing}>{children}</EditingContext>
}

/** The guest of the profile: its id, and what it is called now. */
export function useEdited(): Pick<Editing, 'id' | 'whom'> {
  return useEditingContext()
}

/** The guest that the parts of the profile edit. */
export function useGuestId(): GuestId {
  return useEditingContext().id
}

function useEditingContext(): Editing {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('outside of a guest profile')
  return editing
}

/** Words for the status line that name the guest of the profile, or the one whom it was for. */
export function useDoneWords(operation: CommandName, person?: Named): (language: Language) => string {
  const { whom } = useEditingContext()
  return (language) => doneForWords(language, operation, person ?? whom())
}

/** Commands on one guest and its version. */
type OnGuest = {
  [N in CommandName]: InputOf<N> extends { guestId: number; version: number } ? N : never
}[CommandName]

type EditState<N extends CommandName, I> = Omit<CommandState<N>, 'run'> & {
  run: (input: I) => Promise<ClientReply<N>>
}

/** A command on this guest; guest and version are added. */
export function useGuestEdit<N extends OnGuest>(
  name: N,
): EditState<N, Omit<InputOf<N>, 'guestId' | 'version'>> {
  const { id, inTurn } = useEditingContext()
  const command = useCommand(name, { done: useDoneWords(name) })
  return {
    ...command,
    run: (input) =>
      inTurn((version) => command.run({ ...input, guestId: id, version } as unknown as InputOf<N>)),
  }
}

/** Changes of the person: names, salutation, gender, birth date, nationality, language. */
export function useGuestUpdate(): EditState<'guest.update', Omit<InputOf<'guest.update'>, 'id' | 'version'>> {
  const { id, inTurn } = useEditingContext()
  const command = useCommand('guest.update', { done: useDoneWords('guest.update') })
  return { ...command, run: (input) => inTurn((version) => command.run({ ...input, id, version })) }
}
