import { listRates, saveRate } from './rate-plans.ts'

export const rateHandlers = { 'rate.list': listRates, 'rate.save': saveRate }
