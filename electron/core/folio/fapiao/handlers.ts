import { askFapiao } from './ask.ts'
import { listFapiao } from './list.ts'
import { exportFapiao, setFapiaoIssued, setFapiaoRed, withdrawFapiao } from './steps.ts'

export const fapiaoHandlers = {
  'fapiao.ask': askFapiao,
  'fapiao.export': exportFapiao,
  'fapiao.setIssued': setFapiaoIssued,
  'fapiao.setRed': setFapiaoRed,
  'fapiao.withdraw': withdrawFapiao,
  'fapiao.list': listFapiao,
}
