import { indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'
import { distinctPersons, flow, share, stock } from './bases.js'
import { clientDimensions, fieldDimension } from './dimensions.js'

const ofStation = {
  unit: 'station',
  reading: 'count',
  lists: 'rehab.station',
  isPlacedAsListed: true,
  dimensions: {
    kind: fieldDimension('station.kind', '类型', 'Kind'),
    level: fieldDimension('station.level', '级别', 'Level'),
    hostKind: fieldDimension('station.hostKind', '依托单位类型', 'Kind of host'),
  },
  direction: 'more',
} as const
const stations = {
  ...stock,
  ...ofStation,
  title: texts('康复站点', 'Stations'),
  counts: texts('统计日运行的康复站点', 'Stations that are open on the day'),
} as const
const stationsUpToStandard = {
  ...stations,
  past: 'recorded',
  title: texts('达标的康复站点', 'Stations up to standard'),
  counts: texts('其中最近一次验收达标的', 'Those that the latest check found up to standard'),
} as const

const ofItem = {
  ...stock,
  unit: 'item',
  reading: 'sum',
  lists: 'rehab.stationCheck',
  isPlacedAsListed: true,
  dimensions: ofStation.dimensions,
} as const
const stationItems = {
  ...ofItem,
  title: texts('站点标准项数', 'Items of the standard'),
  counts: texts('运行的站点最近一次验收的标准项数', 'Items that the latest checks of open stations looked at'),
} as const
const stationItemsMet = {
  ...ofItem,
  title: texts('站点达标项数', 'Items met'),
  counts: texts('其中达标的项数', 'Those items that were met'),
  direction: 'more',
} as const

const ofDivision = {
  ...stock,
  unit: 'item',
  reading: 'count',
  lists: 'system.division',
  direction: 'more',
} as const
const towns = {
  ...ofDivision,
  title: texts('乡镇（街道）', 'Towns'),
  counts: texts('统计日的乡镇（街道）', 'Towns on the day'),
  direction: 'neither',
} as const
const townsCovered = {
  ...ofDivision,
  title: texts('有康复站点的乡镇（街道）', 'Towns with a station'),
  counts: texts('其中辖区内有康复站点的', 'Those with a station in their territory'),
} as const
const villages = {
  ...ofDivision,
  title: texts('村（社区）', 'Villages'),
  counts: texts('统计日的村（社区）', 'Villages on the day'),
  direction: 'neither',
} as const
const villagesCovered = {
  ...ofDivision,
  title: texts('有康复站点的村（社区）', 'Villages with a station'),
  counts: texts('其中有康复站点的', 'Those with a station of their own'),
} as const

const hospitals = {
  ...stock,
  unit: 'organisation',
  reading: 'external',
  title: texts('二级以上医院', 'Hospitals of level 2 and above'),
  counts: texts('统计日的二级以上医院', 'Hospitals of level 2 and above on the day'),
} as const
const hospitalsWithDepartment = {
  ...stock,
  unit: 'organisation',
  reading: 'distinct',
  lists: 'rehab.station',
  isPlacedAsListed: true,
  title: texts('设康复科的二级以上医院', 'Hospitals with a department'),
  counts: texts('其中设有康复科的', 'Those with a department of rehabilitation'),
  direction: 'more',
} as const

const ofAgreement = {
  reading: 'count',
  dimensions: { purpose: fieldDimension('agreement.purpose', '服务内容', 'Purpose') },
} as const
const inspections = {
  ...flow,
  ...ofAgreement,
  dateField: 'inspectedOn',
  unit: 'item',
  lists: 'rehab.inspection',
  isPlacedAsListed: true,
  dateMeans: texts('检查日期', 'The day of the inspection'),
  title: texts('机构质量检查', 'Inspections'),
  counts: texts('对定点机构的质量检查', 'Inspections of designated institutions'),
} as const
const inspectionsGood = {
  ...inspections,
  title: texts('合格的机构质量检查', 'Inspections passed'),
  counts: texts('其中合格或者已完成整改的', 'Those that were passed, or whose faults were put right'),
  direction: 'more',
} as const

/** What is counted of the network: stations, where there is one, whether they are up to standard, institutions and family doctors. */
export const networkIndicators = indicators({
  stations,
  stationsUpToStandard,
  stationsOpened: {
    ...flow,
    ...ofStation,
    dateField: 'openedOn',
    dateMeans: texts('建立日期', 'The day of the opening'),
    title: texts('新建康复站点', 'Stations opened'),
    counts: texts('新建立的康复站点', 'Stations that were opened'),
  },
  stationsUpgraded: {
    ...flow,
    ...ofStation,
    isCountedInFull: true,
    dateMeans: texts('提升日期', 'The day of the upgrade'),
    title: texts('提升康复站点', 'Stations upgraded'),
    counts: texts('完成提升的康复站点', 'Stations that were upgraded'),
  },
  stationsShare: share(['stationsUpToStandard', stationsUpToStandard], ['stations', stations], {
    title: texts('康复站点达标率', 'Share of stations up to standard'),
    direction: 'more',
  }),
  stationItems,
  stationItemsMet,
  stationItemsShare: share(['stationItemsMet', stationItemsMet], ['stationItems', stationItems], {
    title: texts('站点标准达标率', 'Share of items met'),
    direction: 'more',
  }),
  towns,
  townsCovered,
  villages,
  villagesCovered,
  townsShare: share(['townsCovered', townsCovered], ['towns', towns], {
    title: texts('乡镇（街道）康复站点覆盖率', 'Share of towns with a station'),
    direction: 'more',
  }),
  villagesShare: share(['villagesCovered', villagesCovered], ['villages', villages], {
    title: texts('村（社区）康复站点覆盖率', 'Share of villages with a station'),
    direction: 'more',
  }),
  hospitals,
  hospitalsWithDepartment,
  hospitalsShare: share(['hospitalsWithDepartment', hospitalsWithDepartment], ['hospitals', hospitals], {
    title: texts('二级以上医院康复科设置率', 'Share of hospitals with a department'),
    direction: 'more',
  }),
  agreements: {
    ...stock,
    ...ofAgreement,
    unit: 'item',
    lists: 'rehab.agreement',
    isPlacedAsListed: true,
    title: texts('有效的定点机构协议', 'Agreements in force'),
    counts: texts('统计日有效的定点机构协议', 'Agreements with institutions in force on the day'),
  },
  inspections,
  inspectionsGood,
  inspectionsShare: share(['inspectionsGood', inspectionsGood], ['inspections', inspections], {
    title: texts('机构质量检查合格率', 'Share of inspections passed'),
    direction: 'more',
  }),
  doctorPersons: {
    ...stock,
    ...distinctPersons,
    lists: 'rehab.doctorContract',
    isPlacedAsListed: true,
    title: texts('家庭医生签约人数', 'Persons with a family doctor'),
    counts: texts('统计日当年签约家庭医生的人', 'Persons with a contract for the year of the day'),
    dimensions: clientDimensions,
    direction: 'more',
  },
  doctorServices: {
    ...flow,
    dateField: 'servedOn',
    unit: 'person-time',
    reading: 'count',
    lists: 'rehab.doctorService',
    isPlacedAsListed: true,
    dateMeans: texts('服务日期', 'The day of the service'),
    title: texts('家庭医生服务人次', 'Services of family doctors'),
    counts: texts('家庭医生提供的服务', 'Services that family doctors gave'),
    dimensions: { ...clientDimensions, kind: fieldDimension('doctorService.kind', '服务内容', 'Service') },
    direction: 'more',
  },
})
