import type { Reader } from '#db/handles.ts'
import { devicesOfDesk, loadDeskDevices, saveDeskDevices } from '#db/repositories/device/desks.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { type DeskDevices, type DeviceKind, deskOf } from '#shared/domain/device/device.ts'
import { type DeskDevicesId, ok, type Refused, refuse } from '#shared/values/index.ts'
import { type Aggregate, create, edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import { conflict, dependentExists } from '../kernel/outcome.ts'

/** The devices that one machine uses. */
export const deskDevicesAggregate: Aggregate<DeskDevices> = {
  entity: 'desk-devices',
  unknown: 'CHANGE_UNKNOWN',
  load: (tx, id) => loadDeskDevices(tx, id as DeskDevicesId),
  save: (tx, id, before, after) => saveDeskDevices(tx, id as DeskDevicesId, before, after),
  check: async (tx, _ctx, id, before, after) => {
    if (before || !after) return null
    const other = await devicesOfDesk(tx, after.workstation)
    return other && other.id !== id ? dependentExists('desk-devices') : null
  },
}

export const desk = reads('device.desk', async (db, _input, ctx) => {
  const workstation = deskOf(ctx.workstation)
  const found = await devicesOfDesk(db, workstation)
  const { reader = '', encoder = '', printer = '' } = found?.image ?? {}
  return { workstation, reader, encoder, printer, version: found?.version ?? 0 }
})

export const saveDesk = writes('device.saveDesk', async (tx, ctx, { version, ...chosen }) => {
  const image: DeskDevices = { workstation: deskOf(ctx.workstation), ...chosen }
  const found = await devicesOfDesk(tx, image.workstation)
  if (found) return edit(tx, ctx, deskDevicesAggregate, found.id, version, () => ok(image))
  if (version !== 0) return conflict('desk-devices', 0)
  return create(tx, ctx, deskDevicesAggregate, await nextId(tx, 'desk_devices'), image)
})

/** The device of a kind that the desk uses; a refusal where it has none. */
export async function deviceOf(
  db: Reader,
  ctx: Pick<Context, 'workstation'>,
  kind: DeviceKind,
): Promise<string | Refused<'DEVICE_NOT_CHOSEN'>> {
  const found = await devicesOfDesk(db, deskOf(ctx.workstation))
  return found?.image[kind] || refuse('DEVICE_NOT_CHOSEN', { kind })
}
