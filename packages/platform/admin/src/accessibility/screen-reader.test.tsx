// @vitest-environment jsdom
import { virtual } from '@guidepup/virtual-screen-reader'
import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderApp } from '../testing/render-app.js'
import { fillSample } from '../testing/sample-data.js'

const mostStops = 400

/** All that is spoken on the way through the page's main part, stop by stop. */
async function listen(): Promise<readonly string[]> {
  await virtual.start({ container: screen.getByRole('main') })
  const said: string[] = []
  for (let stop = 0; stop < mostStops; stop += 1) {
    await virtual.next()
    const phrase = await virtual.lastSpokenPhrase()
    if (phrase === 'end of main') break
    said.push(phrase)
  }
  return said
}

afterEach(() => virtual.stop())

describe('what a screen reader says', () => {
  it('on the way through a form: name, need, hint and groups of every control', async () => {
    await renderApp('/m/devices/applicants/new')
    await screen.findByLabelText(/^姓名/)
    const said = await listen()
    expect(said).toContain('heading, 新增申请人, level 1')
    expect(said.some((phrase) => /^textbox, 姓名.*required/.test(phrase))).toBe(true)
    expect(said.some((phrase) => /^textbox, 身份证号码.*18 位，末位可为 X.*required/.test(phrase))).toBe(true)
    expect(said.some((phrase) => /^combobox, 性别.*required/.test(phrase))).toBe(true)
    expect(said.some((phrase) => /^radiogroup, 独居.*required/.test(phrase))).toBe(true)
    expect(said.some((phrase) => /^group, 所在村（社区）：青山县/.test(phrase))).toBe(true)
    expect(
      said.filter((phrase) => /^(textbox|combobox|radio|button|checkbox)(,|$)/.test(phrase) && !/[一-鿿]/.test(phrase)),
    ).toEqual([])
  })

  it('on the way through a list: the conditions, the order, the rows by name', async () => {
    await renderApp('/m/devices/applicants?sex=2', { fill: (server) => fillSample(server, 8) })
    const [name] = within(await screen.findByRole('table')).getAllByRole('link')
    const said = await listen()
    expect(said).toContain('form, 查询条件')
    expect(said.some((phrase) => /^columnheader, 姓名.*ascending/.test(phrase))).toBe(true)
    expect(said.some((phrase) => phrase.startsWith(`link, ${name?.textContent}`))).toBe(true)
    expect(said.some((phrase) => phrase.includes('已隐藏部分内容'))).toBe(true)
  })
})
