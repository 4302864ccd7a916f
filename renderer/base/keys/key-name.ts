type Pressed = { key: string; ctrlKey: boolean; altKey: boolean; shiftKey: boolean; metaKey: boolean }

/** `Ctrl+K`, `F9`, `Esc`, `Shift+Down`, `+`: as printed beside what the key does. ⌘ counts as Ctrl. */
export function keyName(event: Pressed): string {
  const base = names[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key)
  const shift = event.shiftKey && (base.length > 1 || /[A-Z0-9]/.test(base))
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', base]
    .filter(Boolean)
    .join('+')
}

const names: Record<string, string> = {
  Escape: 'Esc',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
  ' ': 'Space',
}
