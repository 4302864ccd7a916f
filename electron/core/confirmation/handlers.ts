import { readMessage } from './read.ts'

export const confirmationHandlers = { 'confirmation.read': readMessage }
