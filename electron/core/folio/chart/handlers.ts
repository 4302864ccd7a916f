import { getChart, listCharts } from './get.ts'
import { loadChart } from './load.ts'
import {
  saveAccount,
  saveCode,
  saveExchangeRate,
  saveFeePolicy,
  savePackage,
  saveSeries,
  saveSettings,
  saveTax,
  saveTaxRule,
} from './save.ts'

export const chartHandlers = {
  'chart.get': getChart,
  'chart.listCharts': listCharts,
  'chart.load': loadChart,
  'chart.saveAccount': saveAccount,
  'chart.saveTax': saveTax,
  'chart.saveTaxRule': saveTaxRule,
  'chart.saveCode': saveCode,
  'chart.savePackage': savePackage,
  'chart.saveFeePolicy': saveFeePolicy,
  'chart.saveExchangeRate': saveExchangeRate,
  'chart.saveSeries': saveSeries,
  'chart.saveSettings': saveSettings,
}
