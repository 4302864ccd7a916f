import { facets, list } from './list.ts'
import { undo } from './undo.ts'

export const changeHandlers = { 'change.list': list, 'change.facets': facets, 'change.undo': undo }
