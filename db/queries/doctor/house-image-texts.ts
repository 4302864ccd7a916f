import { traceColumns } from '../../schema/house.ts'
import { type Kind, object } from './image-kind.ts'

/** What the house keeps of its guests' days. */
export const houseKinds: readonly Kind[] = [{ entity: 'trace', table: 'traces', text: object(traceColumns) }]
