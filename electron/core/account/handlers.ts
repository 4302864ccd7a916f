import { saveAccount, searchAccounts } from './accounts.ts'

export const accountHandlers = { 'account.search': searchAccounts, 'account.save': saveAccount }
