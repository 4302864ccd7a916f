import { useQuery } from '#renderer/api/use-query.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { useDesk } from '../base/desk.ts'
import { queryClient } from './query-client.ts'

export type Hotel = OutputOf<'hotel.state'>

/** The hotel, its business date, currency and clock. The frame shows a screen only once this is known. */
export function useHotel(): Hotel {
  const { data } = useQuery('hotel.state', {})
  if (!data) throw new Error('no hotel yet: used outside of the frame')
  return data
}

/** The hotel outside of components; undefined before it was read. */
export function knownHotel(): Hotel | undefined {
  return queryClient.getQueryData<Hotel>(['hotel.state', {}])
}

/** The same where the frame may not be there yet (sign-in, lock). */
export function useHotelMaybe(): Hotel | undefined {
  const signedIn = useDesk((desk) => desk.user !== null)
  return useQuery('hotel.state', {}, { on: signedIn }).data
}
