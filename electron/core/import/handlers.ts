export const importingHandlers = {}
