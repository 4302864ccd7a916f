export type Bounds = { x: number; y: number; width: number; height: number }

const least = { width: 1024, height: 640 }
const usual = { width: 1440, height: 900 }
/** So much of the window has to be on a screen that its title can be taken hold of. */
const grip = { width: 160, height: 48 }

/**
 * Where the window opens: where it was left when that is still on a screen, else in the middle of the first.
 * `screens` are the work areas of the displays now connected, the main one first.
 */
export function fitBounds(saved: Bounds | null, screens: readonly Bounds[]): Bounds {
  const main = screens[0] ?? { x: 0, y: 0, ...usual }
  const screen = saved ? screens.find((one) => isReachable(saved, one)) : undefined
  if (!saved || !screen) return centred(main)
  return { x: saved.x, y: saved.y, ...sized(saved, screen) }
}

function sized(wanted: { width: number; height: number }, screen: Bounds) {
  return {
    width: Math.min(Math.max(wanted.width, least.width), Math.max(screen.width, 1)),
    height: Math.min(Math.max(wanted.height, least.height), Math.max(screen.height, 1)),
  }
}

function centred(screen: Bounds): Bounds {
  const { width, height } = sized(usual, screen)
  return {
    x: Math.round(screen.x + (screen.width - width) / 2),
    y: Math.round(screen.y + (screen.height - height) / 2),
    width,
    height,
  }
}

function isReachable(window: Bounds, screen: Bounds): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const titleInside = window.y >= screen.y - 8 && window.y + grip.height <= screen.y + screen.height
  return across >= grip.width && titleInside
}
