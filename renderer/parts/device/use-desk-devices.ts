import { useQuery } from '#renderer/api/use-query.ts'

/** Which devices this desk has; none until it is known. */
export function useDeskDevices() {
  const { data } = useQuery('device.desk', {})
  return { reader: data?.reader ?? '', encoder: data?.encoder ?? '', printer: data?.printer ?? '' }
}

/** A device as the settings of the desk name it: by its address where its adapter has never answered. */
export function useDeviceName(ref: string): string {
  // Read before it is needed: an adapter that is away does not say what its printer is called
  const { data = [] } = useQuery('device.list', {}, { on: ref !== '' })
  const devices = data.flatMap(({ id, devices }) => devices.filter((one) => `${id}/${one.id}` === ref))
  return devices[0]?.name ?? ref
}
