import { Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { housekeepingStates } from '#shared/domain/room/room.ts'
import { fieldName } from '#shared/i18n/index.ts'
import type { RoomTypeId } from '#shared/values/index.ts'
import { CheckRow, TextRow } from './fields.tsx'
import { FeatureField, TypeField } from './RoomFields.tsx'
import { floorOf } from './room-range.ts'
import type { Feature, Room, RoomType } from './things.ts'
import { wholeNumber } from './values.ts'

type Typed = {
  number: string
  roomTypeId: number
  floor: string
  features: Feature[]
  housekeeping: Room['housekeeping']
  outOfService: boolean
  active: boolean
}

function typedOf(room: Room | undefined, types: readonly RoomType[]): Typed {
  return {
    number: room?.number ?? '',
    roomTypeId: room?.roomTypeId ?? types.find((type) => type.active)?.id ?? 0,
    floor: room ? String(room.floor) : '',
    features: room?.features ?? [],
    housekeeping: room?.housekeeping ?? 'clean',
    outOfService: room?.outOfService ?? false,
    active: room?.active ?? true,
  }
}

type Props = { room: Room | undefined; types: readonly RoomType[]; onClose: () => void }

/** One room: its number, type, floor and what it has. */
export function RoomDrawer({ room, types, onClose }: Props) {
  const { t, language } = useWords()
  const form = useVersionedEdit<Typed>(
    `settings:room:${room?.id ?? 'new'}`,
    typedOf(room, types),
    room?.version,
  )
  const save = useCommand('room.save')
  const [floorWrong, setFloorWrong] = useState<string>()
  const { value: values } = form
  const guessed = floorOf(values.number)
  const change = (patch: Partial<Typed>) => {
    form.change(patch)
    setFloorWrong(undefined)
    save.reset()
  }
  const submit = async () => {
    const floor = values.floor.trim() === '' ? guessed : wholeNumber(values.floor)
    if (floor === null) return setFloorWrong(t('settings.number'))
    const { number, roomTypeId, features, housekeeping, outOfService, active } = values
    const reply = await form.save((version) =>
      save.run({
        ...(room ? { id: room.id, version: version ?? room.version } : {}),
        roomTypeId: roomTypeId as RoomTypeId,
        number,
        floor,
        features,
        housekeeping,
        outOfService,
        active,
      }),
    )
    if (!reply.ok) return
    form.clear()
    onClose()
  }
  const taken = save.failed && 'refusal' in save.failed && save.failed.refusal.code === 'NUMBER_TAKEN'
  return (
    <SideDrawer
      open
      title={room ? t('settings.room.edit', { number: room.number }) : t('settings.room.add')}
      onClose={onClose}
      submit={{
        label: t('common.save'),
        run: () => void submit(),
        pending: save.pending,
        disabled: form.theirs !== null || form.waiting,
      }}
    >
      <FormNotes
        form={form}
        names={(field) => fieldName([field], language)}
        trouble={taken || Object.keys(save.errors).length > 0 ? null : save.trouble}
      />
      <div className="k-field-row">
        <TextRow
          label={t('settings.room.number')}
          value={values.number}
          onChange={(number) => change({ number })}
          error={save.errors.number ?? (taken ? (save.trouble ?? undefined) : undefined)}
          autoFocus
        />
        <TextRow
          label={t('settings.room.floor')}
          value={values.floor === '' && guessed !== null ? String(guessed) : values.floor}
          onChange={(floor) => change({ floor })}
          error={floorWrong ?? save.errors.floor}
          figures
        />
      </div>
      <TypeField types={types} value={values.roomTypeId} onChange={(roomTypeId) => change({ roomTypeId })} />
      <FeatureField value={values.features} onChange={(features) => change({ features })} />
      <Field label={t('settings.room.housekeeping')}>
        {(control) => (
          <Select
            {...control}
            value={values.housekeeping}
            options={housekeepingStates.map((state) => ({ value: state, label: t(`shell.mark.${state}`) }))}
            onSelect={(housekeeping) => change({ housekeeping })}
          />
        )}
      </Field>
      <CheckRow
        label={t('settings.room.outOfService')}
        hint={t('settings.room.outOfServiceHint')}
        checked={values.outOfService}
        onChange={(outOfService) => change({ outOfService })}
      />
      <CheckRow
        label={t('settings.active')}
        hint={t('settings.inactiveHint')}
        checked={values.active}
        onChange={(active) => change({ active })}
      />
    </SideDrawer>
  )
}
