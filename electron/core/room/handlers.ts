export const roomHandlers = {}
