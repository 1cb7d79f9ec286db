import { expect } from '@playwright/test'
import { test } from '../run/test.js'
import { clocked, registry } from './pages.js'
import { county, create, first, take, upload } from './rows.js'

// what the demo county does not bring by itself, and pages of one row need
test.describe(() => {
  test.use({ user: 'approver' })

  test('a rule of staffing', async ({ page }) => {
    await create(page, registry.record('organisations.staffingRule'), {
      division: county,
      kind: 'commissioner',
      level: 'village',
      holdersFrom: 1,
      seats: 1,
      allowance: 30_000,
      since: '2026-01-01',
      document: '示残联〔2026〕1号',
    })
  })

  test('what others tell', async ({ page }) => {
    await create(page, registry.record('figures.externalFigure'), {
      indicator: 'figures.residents',
      division: county,
      fromDay: '2026-06-30',
      toDay: '2026-06-30',
      value: 500_000,
      source: '县统计局',
      toldOn: '2026-07-10',
    })
  })

  test('a shorter period than the workflow gives', async ({ page }) => {
    test.skip(clocked === undefined, 'no workflow has periods')
    await create(page, registry.record('system.limit'), {
      record: clocked?.ref,
      clock: Object.keys(clocked?.workflow?.clocks ?? {})[0],
      kind: 'promised',
      unit: 'workingDays',
      value: 3,
      since: '2026-01-01',
      document: '示残联〔2026〕2号',
      division: county,
    })
  })

  test('a case that waits for its acceptance', async ({ page }) => {
    const cases = registry.record('certificates.case')
    const held = await page.request.post('/api/v1/certificates/certificates/query', {
      headers: { 'X-OpenDPF': '1' },
      data: { filters: { state: { any: ['valid'] }, category: { any: ['4'] } }, limit: 20 },
    })
    const { rows } = (await held.json()) as { readonly rows: readonly { readonly id: string }[] }
    let status = 0
    // a child needs a guardian, and somebody may have an open case
    for (const { id } of rows) {
      const certificate = await page.request.get(`/api/v1/certificates/certificates/${id}`)
      const { fields } = (await certificate.json()) as { readonly fields: { readonly person: string } }
      const made = await create(page, cases, {
        person: fields.person,
        certificate: id,
        item: 'cancel',
        cancelReason: 'voluntary',
        channel: 'counter',
        applicant: 'self',
        appliedOn: '2026-06-01',
        documents: [await upload(page, cases, 'documents')],
        assessmentFiles: [await upload(page, cases, 'assessmentFiles')],
      })
      status = await take(page, cases, made, 'submit')
      if (status === 200) break
    }
    expect(status).toBe(200)
  })

  test('a day out to people, and an application for the county of the household register', async ({ page }) => {
    await create(page, registry.record('certificates.trip'), {
      heldOn: '2026-11-20',
      purpose: 'home-assessment',
      place: '东关街道便民服务中心',
      staff: '办证员甲',
      division: county,
    })
    await create(page, registry.record('certificates.referral'), {
      applicantName: '赵远方',
      idNumber: '990121198503070012',
      item: 'cancel',
      cancelReason: 'voluntary',
      householdPlace: '外省示例县',
      hasResidencePermit: true,
      acceptedOn: '2026-11-20',
      division: county,
    })
  })

  test('an activity, money for it, and an assessment', async ({ page }) => {
    const make = (ref: string, fields: object) => create(page, registry.record(ref), fields)
    await make('activities.activity', {
      title: '盲人按摩培训班',
      kind: 'activities.training',
      topic: '盲人保健按摩',
      responsible: '办证员甲',
      place: '县残疾人综合服务中心',
      division: county,
      fromDay: '2026-11-02',
      untilDay: '2026-11-06',
      capacity: 30,
    })
    const fund = await make('funds.fund', {
      title: '2026年残疾人就业保障金',
      source: 'levy',
      year: 2026,
      division: county,
    })
    await make('funds.budgetLine', { fund: fund.id, number: '1.1', use: '职业技能培训', amount: 100_000_00 })
    await make('planning.scheme', {
      title: '无障碍环境示范县创建',
      kind: 'barrier-free',
      division: county,
      standard: '无障碍环境示范市县村镇创建标准',
      firstDay: '2026-01-01',
      dueOn: '2026-12-31',
      passMark: 90,
    })
  })

  test('what a town has done of the plan', async ({ page }) => {
    const splits = registry.record('planning.split')
    const { id, fields } = await first(page, splits)
    await create(page, registry.record('planning.result'), {
      split: id,
      division: fields.division,
      asOf: '2026-06-30',
      value: 120,
    })
  })

  test('a survey of a village', async ({ page }) => {
    const questionnaires = registry.record('surveys.questionnaire')
    const made = await create(page, questionnaires, {
      title: '2026年基本状况调查表',
      year: 2026,
      division: county,
      basedOn: 'surveys.basicNeeds',
    })
    expect(await take(page, questionnaires, made, 'publish')).toBe(200)
    const ofVillages = await create(page, questionnaires, {
      title: '2026年村（社区）情况调查表',
      year: 2026,
      division: county,
      basedOn: 'surveys.villageFacilities',
    })
    expect(await take(page, questionnaires, ofVillages, 'publish')).toBe(200)
    const campaigns = registry.record('surveys.campaign')
    const campaign = await create(page, campaigns, {
      title: '2026年基本状况调查',
      year: 2026,
      division: '990121100201',
      questionnaire: made.id,
      villageQuestionnaire: ofVillages.id,
      fromDay: '2026-07-01',
      untilDay: '2026-12-31',
      covers: 'certified',
      unit: 'person',
    })
    expect(await take(page, campaigns, campaign, 'open')).toBe(200)
  })

  test('how people are told', async ({ page }) => {
    await create(page, registry.record('notifications.wording'), {
      template: 'notifications.deadlineMissed',
      language: 'zh-CN',
      subject: '{{record}}超期',
      text: '{{record}}应于{{day}}前办结。',
      since: '2026-01-01',
      division: county,
    })
    await create(page, registry.record('notifications.contact'), {
      person: (await first(page, registry.record('persons.person'))).id,
      language: 'zh-CN',
      refusesSms: true,
      askedOn: '2026-06-01',
    })
    const me = (await (await page.request.get('/api/v1/me')).json()) as { readonly id: string }
    await create(page, registry.record('notifications.mailbox'), { holder: me.id, email: 'approver@example.cn' })
  })

  test('what somebody draws from others', async ({ page }) => {
    await create(page, registry.record('eligibility.benefit'), {
      person: (await first(page, registry.record('persons.person'))).id,
      kind: 'old-age-living',
      since: '2026-01-01',
      source: 'civil-affairs',
    })
  })

  test('an export that waits for approval', async ({ page }) => {
    const answer = await page.request.post('/api/v1/system/exports', {
      headers: { 'X-OpenDPF': '1' },
      data: {
        record: 'organisations.organisation',
        query: { filters: {} },
        format: 'xlsx',
        unmasked: true,
        reason: '核对组织名录',
      },
    })
    expect(answer.status(), await answer.text()).toBe(201)
  })
})

test.describe(() => {
  test.use({ user: 'sysadmin' })

  test('another system that is told of events', async ({ page }) => {
    await create(page, registry.record('system.webhook'), {
      title: '县大数据局',
      url: 'https://hooks.example.cn/opendpf',
      secret: 'a secret of this test only',
      events: ['persons.*'],
      // nobody is there to be told
      isActive: false,
      division: county,
    })
  })
})

test.describe(() => {
  test.use({ user: 'secadmin' })

  test('a key for another system', async ({ page }) => {
    const holders = await page.request.post('/api/v1/access/users/query', {
      headers: { 'X-OpenDPF': '1' },
      data: { filters: {}, limit: 50 },
    })
    const { rows } = (await holders.json()) as {
      readonly rows: readonly { readonly id: string; readonly fields: { readonly username: string } }[]
    }
    await create(page, registry.record('access.apiKey'), {
      name: '统计平台',
      holder: rows.find(({ fields }) => fields.username === 'approver')?.id,
      division: county,
      permissions: ['persons:person.read'],
      expiresOn: '2027-12-31',
    })
  })
})
