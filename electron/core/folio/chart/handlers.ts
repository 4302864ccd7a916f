import { loadChart } from './load.ts'

export const chartHandlers = { 'chart.load': loadChart }
