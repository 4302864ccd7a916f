export const setupHandlers = {}
