import { expect, type Page } from '@playwright/test'

/** The town of the demo county whose clerk is among the accounts, and a village of it. */
export const town = '990121100000'
const village = '990121100201'

/** Makes a person for one test, so that tests do not meet in one row. */
export async function createPerson(page: Page, fields: object): Promise<string> {
  const answer = await page.request.post('/api/v1/persons/persons', {
    headers: { 'X-OpenDPF': '1' },
    data: { division: village, sex: '1', birthDate: '1966-06-06', ...fields },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return ((await answer.json()) as { readonly id: string }).id
}
