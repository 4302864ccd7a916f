import { palette } from './palette.ts'

export const searchHandlers = { 'search.palette': palette }
