// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { contributeAdmin } from '@opendpf/kit/admin'
import { persons } from '@opendpf/persons'
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { organisationsAdmin } from './organisations-admin.js'

afterEach(cleanup)

const divisions = [
  { code: '990121000000', name: '示范县', level: 'county', parent: null },
  { code: '990121100000', name: '石桥镇', level: 'town', parent: '990121000000' },
]
const asked: string[] = []

/** Answers what the two pages ask for, as the server does. */
function answer(path: string): unknown {
  if (path.startsWith('/organisations/staffing')) {
    return {
      divisions: [
        { division: '990121000000', holders: 0, filled: 0, seats: null, allowance: null, document: null },
        {
          division: '990121100000',
          holders: 45,
          filled: 0,
          seats: 1,
          allowance: 30_000,
          document: '示残联〔2020〕1号',
        },
      ],
    }
  }
  if (path.startsWith('/organisations/organisations?')) {
    const fields = {
      name: '石桥镇残疾人联合会',
      type: 'town-dpf',
      division: '990121100000',
      parent: null,
      foundedOn: '1995-01-01',
      isActive: true,
    }
    return {
      rows: [
        {
          id: 'o1',
          version: 1,
          recordedAt: '2026-06-15T02:00:00Z',
          recordedBy: 'x',
          division: '990121100000',
          title: fields.name,
          fields,
          masked: [],
          labels: { division: '石桥镇' },
        },
      ],
      total: { value: 1, isExact: true },
    }
  }
  throw new Error(`nobody asks for ${path}`)
}

function open(address: string) {
  render(
    adminAt(address, {
      contributions: [contributeAdmin(persons), organisationsAdmin],
      divisions,
      answer(path) {
        asked.push(path)
        return Response.json(answer(path))
      },
    }),
  )
}

const patience = { timeout: 10_000 }

describe('the network of organisations', () => {
  it('shows those of the division that is chosen, and leads to the list', async () => {
    open('/p/organisations/network')
    const tree = await screen.findByRole('treegrid', { name: '区划' }, patience)
    const county = within(tree).getByRole('row', { name: '示范县' })
    county.focus()
    await userEvent.keyboard('{Enter}')
    const table = await screen.findByRole('table', { name: '示范县的组织和机构' }, patience)
    expect(within(table).getByText('石桥镇残疾人联合会')).toBeDefined()
    expect(asked.some((path) => path.includes('within=990121000000'))).toBe(true)
    expect(screen.getByRole('link', { name: '在列表中查看和筛选' }).getAttribute('href')).toContain(
      'within=990121000000',
    )
  })
})

describe('staffing', () => {
  it('shows where somebody is missing, and everything on demand', async () => {
    open('/p/organisations/staffing')
    const table = await screen.findByRole('table', { name: /岗位配备情况/ }, patience)
    expect(within(table).getAllByRole('row')).toHaveLength(2)
    expect(within(table).getByRole('rowheader').textContent).toContain('石桥镇')
    expect(screen.getByText('应配 1 人，在岗 0 人，缺额 1 人')).toBeDefined()
    await userEvent.click(screen.getByRole('checkbox', { name: '只显示有缺额的地方' }))
    expect(within(screen.getByRole('table')).getByText('无适用标准')).toBeDefined()
  })
})
