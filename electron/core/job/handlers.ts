export const jobHandlers = {}
