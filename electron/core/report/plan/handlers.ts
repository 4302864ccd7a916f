import { deleteBudget, getBudget, importBudget, readActual, readFile, saveBudget } from './budget.ts'
import { listCommissions, saveOne } from './commissions.ts'
import { getSet, saveSet } from './comp-set.ts'
import { saveSettings, settings } from './settings.ts'

export const planHandlers = {
  'budget.get': getBudget,
  'budget.readActual': readActual,
  'budget.save': saveBudget,
  'budget.delete': deleteBudget,
  'budget.readFile': readFile,
  'budget.import': importBudget,
  'compSet.get': getSet,
  'compSet.save': saveSet,
  'commission.list': listCommissions,
  'commission.save': saveOne,
  'report.settings': settings,
  'report.saveSettings': saveSettings,
}
