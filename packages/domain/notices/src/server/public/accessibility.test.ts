// @vitest-environment jsdom

import type { Markup } from '@opendpf/kit/server'
import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { listPage } from './list-page.js'
import { noticePage } from './notice-page.js'
import { emptyForm, refusedForm } from './objection-form.js'
import { askPage, outcomePage, wordPage } from './outcome-page.js'
import type { PublicLine, PublicNotice } from './read-notices.js'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const notice: PublicNotice = {
  id: 'n1',
  title: '上河村残疾评定结果公示',
  division: '990121100201',
  county: '示范县',
  town: '石桥镇',
  village: '石桥镇上河村',
  place: '村务公开栏',
  workingDays: 5,
  fromDay: '2026-06-01',
  lastDay: '2026-06-08',
  objectionPhone: '0900-1234',
  objectionAddress: '示范县残疾人联合会',
}
const line = (id: string, isObjectedTo: boolean): PublicLine => ({
  id,
  maskedName: '王*明',
  village: '石桥镇上河村',
  facts: [
    { title: '残疾类别', value: '肢体残疾' },
    { title: '残疾等级', value: '二级' },
  ],
  fromDay: '2026-06-01',
  lastDay: '2026-06-08',
  isObjectedTo,
})
const lines = [line('l1', false), line('l2', true)]
const wrong = { line: '请从名单中选择', text: '请填写异议内容和理由', objectorName: '不超过 50 字' }
const outcome = { receiptCode: '7K2M-QX4D-93HT', receivedOn: '2026-06-02', decidedOn: null, state: 'open' } as const

const locale = 'zh-CN'
const pages: Readonly<Record<string, Markup>> = {
  'the list': listPage({ notices: [notice, { ...notice, id: 'n2', town: '城关街道' }], next: 'n2', locale }),
  'an empty list': listPage({ notices: [], locale }),
  'a notice': noticePage({ notice, lines, form: emptyForm, locale }),
  'a notice in English': noticePage({ notice, lines, form: emptyForm, locale: 'en' }),
  'a form that was refused': noticePage({ notice, lines, form: refusedForm({ text: '' }, wrong, locale), locale }),
  'the thanks': outcomePage({ outcome, isNew: true, locale }),
  'an outcome': outcomePage({
    outcome: { ...outcome, state: 'upheld', decidedOn: '2026-06-05' },
    isNew: false,
    locale,
  }),
  'a wrong code': askPage(locale, '没有这个编号'),
  'what is gone': wordPage('公示已结束', '内容已经撤下。', locale),
}

afterEach(() => {
  document.documentElement.innerHTML = ''
})

it.each(Object.entries(pages))('%s is open to everybody, as far as axe can see', async (_, markup) => {
  const written = new DOMParser().parseFromString(String(await markup), 'text/html')
  document.documentElement.lang = written.documentElement.lang
  document.documentElement.innerHTML = written.documentElement.innerHTML
  const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(document.querySelectorAll('h1')).toHaveLength(1)
  expect(document.querySelector('script')).toBeNull()
  expect(document.documentElement.lang).not.toBe('')
})
