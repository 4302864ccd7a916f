import { codeOf } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import {
  fieldOfRefusal,
  type HouseField,
  type HouseThing,
  type TypedHouse,
} from '#renderer/parts/house/fields.ts'
import { houseDrawerWidth } from '#renderer/parts/house/HouseDrawer.tsx'
import { HouseFields } from '#renderer/parts/house/HouseFields.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { type HouseRow, type RowAction, ways } from './sections.ts'

const fieldsFor: Readonly<Record<'givenTo' | 'proof', HouseField>> = {
  givenTo: { name: 'givenTo', label: 'house.field.givenTo', kind: 'line', needed: true },
  proof: {
    name: 'proof',
    label: 'house.field.proof',
    hint: 'house.field.proofHint',
    kind: 'line',
    needed: true,
  },
}

type Props = { thing: HouseThing; row: HouseRow; action: RowAction; onClose: () => void }

/** Closes a thing that must be given to somebody: to whom, and against what. */
export function MarkDrawer({ thing, row, action, onClose }: Props) {
  const { t } = useWords()
  const fields = (action.asks ?? []).map((name) => fieldsFor[name])
  const draft = useDraft<TypedHouse>(`house:${thing}:${row.id}:${action.action}`, {})
  const command = useCommand(ways[thing].mark as 'house.markFoundItem')
  const run = async () => {
    const typed = Object.fromEntries(fields.map(({ name }) => [name, (draft.value[name] ?? '').trim()]))
    const reply = await command.run({
      id: row.id as never,
      version: row.version,
      action: action.action as 'given',
      ...typed,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const { failed, trouble } = command
  const beside = failed ? fieldOfRefusal(codeOf(failed), fields) : undefined
  const errors = beside ? { ...command.errors, [beside]: trouble ?? undefined } : command.errors
  return (
    <SideDrawer
      open
      title={`${t(`house.action.${action.word}`)} · ${t(`house.section.${thing}`)}`}
      onClose={onClose}
      width={houseDrawerWidth}
      draft={draft}
      submit={{
        label: t(`house.action.${action.word}`),
        run: () => void run(),
        disabled: fields.some(({ name }) => !(draft.value[name] ?? '').trim()),
        pending: command.pending,
      }}
    >
      <HouseFields
        fields={fields}
        typed={draft.value}
        set={(patch) => draft.set({ ...draft.value, ...patch })}
        errors={errors}
      />
      {trouble && Object.keys(errors).length === 0 && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </SideDrawer>
  )
}
