/** A key printed beside what it does: `<KeyHint keys="Ctrl+K" />`. Hidden from screen readers: the words beside it name the act. */
export function KeyHint({ keys }: { keys: string }) {
  return <kbd aria-hidden>{keys === '+' ? keys : keys.replaceAll('+', ' ')}</kbd>
}
