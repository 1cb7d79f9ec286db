import { OwnedServerError, type OwnedServerErrorCode } from '@opendpf/database/owned'
import { expect } from 'vitest'

/** Expects a start to be refused with a code, and its English and Chinese texts to say what they must. */
export async function expectRefusal(
  start: Promise<unknown>,
  expected: { readonly code: OwnedServerErrorCode; readonly en: readonly string[]; readonly zh: readonly string[] },
): Promise<void> {
  const error = await start.then(
    () => {
      throw new Error(`started, where ${expected.code} was expected`)
    },
    (reason: unknown) => reason,
  )
  if (!(error instanceof OwnedServerError)) throw error
  expect(error.code).toBe(expected.code)
  for (const part of expected.en) expect(error.text('en')).toContain(part)
  for (const part of expected.zh) expect(error.text('zh-CN')).toContain(part)
  expect(`${error.text('en')} ${error.text('zh-CN')}`, 'every place of the texts is filled').not.toMatch(/\{\w+\}/)
}
