import type { PlacedRecord } from '@opendpf/kit'
import type { IsoDate } from '@opendpf/standards'
import { composeResidentId } from '@opendpf/standards'
import { fakeDivisions } from './fake-divisions.js'
import type { createFakeServer } from './fake-server.js'
import { sampleModule } from './sample-module.js'

const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴']
const given = ['秀英', '建国', '丽', '伟', '桂兰', '志强', '小红', '德福', '敏', '永强', '玉梅']

/** Fills a fake with made-up rows of the made-up county. */
export function fillSample(server: ReturnType<typeof createFakeServer>, count = 60): void {
  const { applicant, application, supplier } = sampleModule.records as unknown as Readonly<Record<string, PlacedRecord>>
  if (!applicant || !application || !supplier) return
  const villages = fakeDivisions.filter((one) => one.level === 'village')
  const devices = ['wheelchair', 'cane', 'hearing-aid', 'bath-chair', 'bed-rail']
  const states = ['draft', 'checking', 'approved', 'refused']
  for (let index = 0; index < count; index += 1) {
    const year = 1938 + ((index * 7) % 60)
    const birthDate = `${year}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + ((index * 5) % 28)).padStart(2, '0')}`
    const id = server.insert(applicant, {
      name: `${surnames[index % 10] ?? ''}${given[(index * 3) % 11] ?? ''}`,
      idNumber: composeResidentId({ addressCode: '990121', birthDate: birthDate as IsoDate, sequence: index + 1 }),
      sex: index % 2 === 0 ? '2' : '1',
      ethnicGroup: index % 9 === 0 ? '03' : '01',
      birthDate,
      division: villages[(index * 5) % villages.length]?.code ?? '',
      phone: `1390000${String(1000 + index)}`,
      livesAlone: index % 3 === 0,
      children: index % 4,
      income: 320_000 + ((index * 77_713) % 2_400_000),
      note: index % 5 === 0 ? '行动不便，需上门办理。' : null,
    })
    for (let one = 0; one <= index % 3; one += 1) {
      server.insert(application, {
        applicant: id,
        device: devices[(index + one) % 5],
        urgency: index % 4 === 0 ? 'urgent' : 'normal',
        quantity: 1 + (index % 2),
        appliedOn: `2026-${String(1 + ((index + one) % 11)).padStart(2, '0')}-${String(1 + ((index * 3) % 28)).padStart(2, '0')}`,
        amount: one === 2 ? null : 30_000 + index * 1500,
        opinion: null,
        diagnosis: index % 2 === 0 ? '双下肢功能障碍，依据县医院评估意见。' : null,
        details: null,
        state: states[(index + one) % 4],
      })
    }
  }
  for (const [name, kind] of [
    ['青山康复器材厂', 'maker'],
    ['便民辅具店', 'shop'],
    ['县辅具租借站', 'lender'],
  ] as const)
    server.insert(supplier, { name, kind, isActive: kind !== 'shop' })
}
