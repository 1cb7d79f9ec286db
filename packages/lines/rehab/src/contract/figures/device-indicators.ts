import { indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'
import { distinctPersons, flow, share, stock } from './bases.js'
import { clientDimensions, fieldDimension, freeDimension } from './dimensions.js'

const ofFitting = {
  ...flow,
  lists: 'rehab.fitting',
  isPlacedAsListed: true,
  dateMeans: texts('发放日期', 'The day on which it was issued'),
  dimensions: {
    ...clientDimensions,
    kind: fieldDimension('device.kind', '辅具种类', 'Kind of device'),
    project: fieldDimension('fitting.project', '项目', 'Project'),
    manner: fieldDimension('fitting.manner', '方式', 'Granted or lent'),
    free: freeDimension,
  },
  direction: 'more',
} as const

const ofRepair = {
  ...flow,
  dateField: 'reportedOn',
  unit: 'item',
  reading: 'count',
  lists: 'rehab.repair',
  isPlacedAsListed: true,
  dimensions: { kind: ofFitting.dimensions.kind, free: freeDimension },
} as const
const repairsReported = {
  ...ofRepair,
  dateMeans: texts('报修日期', 'The day of the report'),
  title: texts('辅具报修', 'Repairs asked for'),
  counts: texts('报修的辅助器具', 'Devices reported as broken'),
} as const
const repairsDone = {
  ...ofRepair,
  dateMeans: texts('报修日期', 'The day of the report'),
  title: texts('辅具维修', 'Repairs done'),
  counts: texts('其中已经修好的', 'Those that were mended'),
  direction: 'more',
} as const

/** What is counted of assistive devices: issued, to how many, of how many kinds, given back and mended. */
export const deviceIndicators = indicators({
  devicesIssued: {
    ...ofFitting,
    dateField: 'issuedOn',
    unit: 'item',
    reading: 'sum',
    title: texts('发放辅助器具', 'Devices issued'),
    counts: texts('发放和借出的辅助器具件数', 'Devices granted and lent'),
  },
  devicePersons: {
    ...ofFitting,
    ...distinctPersons,
    dateField: 'issuedOn',
    title: texts('辅助器具适配人数', 'Persons fitted'),
    counts: texts('领到辅助器具的人，每人只计一次', 'Persons who got a device, each once'),
  },
  deviceHouseholds: {
    ...ofFitting,
    dateField: 'issuedOn',
    unit: 'household',
    reading: 'distinct',
    title: texts('辅助器具适配户数', 'Households fitted'),
    counts: texts('有人领到辅助器具的家庭，每户只计一次', 'Households of somebody who got a device, each once'),
  },
  devicesGivenBack: {
    ...ofFitting,
    isCountedInFull: true,
    unit: 'item',
    reading: 'sum',
    dateMeans: texts('归还日期', 'The day on which it came back'),
    title: texts('归还和回收辅助器具', 'Devices given back'),
    counts: texts('归还和回收的辅助器具件数', 'Devices that came back from loan or were recycled'),
  },
  loansOverdue: {
    ...ofFitting,
    ...stock,
    unit: 'item',
    reading: 'count',
    title: texts('逾期未还的借用辅具', 'Loans overdue'),
    counts: texts('到统计日逾期没有归还的借用', 'Loans that were due before the day and had not come back'),
    direction: 'less',
  },
  deviceTypes: {
    ...stock,
    unit: 'item',
    reading: 'count',
    lists: 'rehab.device',
    title: texts('辅具目录品种', 'Device types offered'),
    counts: texts('统计日目录内的辅助器具品种', 'Types of devices in the catalogue on the day'),
    dimensions: { kind: ofFitting.dimensions.kind },
    direction: 'more',
  },
  devicesOnHand: {
    ...stock,
    unit: 'item',
    reading: 'sum',
    past: 'recorded',
    lists: 'rehab.stock',
    isPlacedAsListed: true,
    title: texts('库存辅助器具', 'Devices in stock'),
    counts: texts('统计日库存的辅助器具件数', 'Devices that lie in stores on the day'),
    dimensions: { kind: ofFitting.dimensions.kind },
  },
  repairsReported,
  repairsDone,
  repairShare: share(['repairsDone', repairsDone], ['repairsReported', repairsReported], {
    title: texts('辅具维修率', 'Share of repairs done'),
    direction: 'more',
  }),
})
