import { expect, type Locator, type Page } from '@playwright/test'

/**
 * From Today by keys alone: the drawer of several, all who are found by a text ticked and tried. All of them are still asked
 * about, as guests whom nobody registered.
 */
export async function tryWholeParty(
  page: Page,
  text: string,
  persons: number,
): Promise<{ coming: Locator; failed: Locator }> {
  await page.keyboard.press('g')
  const coming = page.getByRole('dialog', { name: 'Check in several' })
  await expect(coming.getByLabel('Name, room or number')).toBeFocused()
  await page.keyboard.type(text)
  await expect(coming.getByRole('list', { name: 'Bookings' }).getByRole('listitem')).toHaveCount(persons)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  const failed = coming.getByRole('region', { name: 'could not be done' })
  await expect(failed.getByRole('listitem')).toHaveCount(persons)
  return { coming, failed }
}
