import { readOnce, useQuery } from '#renderer/api/use-query.ts'
import type { OutputOf } from '#shared/contract/index.ts'

type DeskDevices = Pick<OutputOf<'device.desk'>, 'reader' | 'encoder' | 'printer'>
const none: DeskDevices = { reader: '', encoder: '', printer: '' }

/** Which devices this desk has, for the screen; none until it is known. */
export function useDeskDevices(): DeskDevices {
  return useQuery('device.desk', {}).data ?? none
}

/** Which devices this desk has, for an act: its key may come before they are known. None where they can't be read. */
export async function deskDevices(): Promise<DeskDevices> {
  return (await readOnce('device.desk', {})) ?? none
}

/** Asks for the devices' names before one is needed: an adapter that is away does not say what its printer is called. */
export function useDeviceNames(on: boolean): void {
  useQuery('device.list', {}, { on })
}

/** A device as the settings of the desk name it: by its address where its adapter has never answered. */
export async function deviceName(ref: string): Promise<string> {
  const adapters = (await readOnce('device.list', {})) ?? []
  const devices = adapters.flatMap(({ id, devices }) => devices.filter((one) => `${id}/${one.id}` === ref))
  return devices[0]?.name ?? ref
}
