import { maxPictureBytes } from '#shared/domain/housekeeping/ticket.ts'

/** The longer side of a picture that is kept, in pixels: a crack in a basin is still seen. */
const longest = 1280

/** A picture as a JPEG in base64, small enough to be kept; null where the browser can't read it. */
export async function makeSmaller(file: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return null
  const canvas = document.createElement('canvas')
  for (const [side, quality] of [
    [longest, 0.8],
    [longest, 0.6],
    [longest / 2, 0.6],
  ] as const) {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const base64 = canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? ''
    if (base64 !== '' && (base64.length * 3) / 4 <= maxPictureBytes) return base64
  }
  return null
}
