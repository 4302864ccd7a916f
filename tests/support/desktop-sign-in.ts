import { expect, type Page } from '@playwright/test'

export const passwordField = (page: Page) => page.getByLabel('Password', { exact: true })

/** Signs the administrator of a store made by `makeStore` in and waits for the desk. */
export async function signIn(page: Page): Promise<void> {
  await passwordField(page).fill('correct horse')
  await page.keyboard.press('Enter')
  await expect(page.locator('.k-bar')).toContainText('Seagull')
}
