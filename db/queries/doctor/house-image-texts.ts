import {
  keyLogColumns,
  lostItemColumns,
  luggageColumns,
  messageColumns,
  parcelColumns,
  traceColumns,
  wakeCallColumns,
} from '../../schema/house.ts'
import { type Kind, object } from './image-kind.ts'

/** What the house keeps of its guests' days. */
export const houseKinds: readonly Kind[] = [
  { entity: 'trace', table: 'traces', text: object(traceColumns) },
  { entity: 'guest-message', table: 'guest_messages', text: object(messageColumns) },
  { entity: 'wake-call', table: 'wake_calls', text: object(wakeCallColumns) },
  { entity: 'parcel', table: 'parcels', text: object(parcelColumns) },
  { entity: 'found-item', table: 'found_items', text: object(lostItemColumns) },
  { entity: 'key-log', table: 'key_logs', text: object(keyLogColumns) },
  { entity: 'luggage', table: 'luggage', text: object(luggageColumns) },
]
