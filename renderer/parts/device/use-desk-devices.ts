import { useQuery } from '#renderer/api/use-query.ts'

/** Which devices this desk has; none until it is known. */
export function useDeskDevices() {
  const { data } = useQuery('device.desk', {})
  return { reader: data?.reader ?? '', encoder: data?.encoder ?? '', printer: data?.printer ?? '' }
}
