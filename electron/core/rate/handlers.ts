export const rateHandlers = {}
