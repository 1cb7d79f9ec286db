import {
  choice,
  date,
  defineRecord,
  division,
  flag,
  multiline,
  name,
  number,
  optional,
  reference,
  text,
} from '@opendpf/kit'

/** What an organisation is to the federation's work. Its legal kind is told by its credit code. */
export const organisationTypes = [
  'county-dpf',
  'town-dpf',
  'village-association',
  'enterprise-association',
  'special-association',
  'service-point',
  'service-centre',
  'rehab-station',
  'rehab-institution',
  'care-institution',
  'assessment-institution',
  'hospital',
  'school',
  'employer',
  'department',
  'other',
] as const

export type OrganisationType = (typeof organisationTypes)[number]

/**
 * An organisation: the federation's own network (县、乡镇残联，村社区残协，专门协会), the places that serve, and those it works with.
 * `parent` is the organisation it hangs under, `division` the territory it lies in.
 */
export const organisation = defineRecord({
  fields: {
    name: name({ privacy: 'S1', max: 100, headings: ['机构名称', '单位名称', '组织名称', '名称'] }),
    type: choice(organisationTypes, { headings: ['机构类型', '组织类型', '单位类型'] }),
    specialty: optional(
      choice(['visual', 'hearing', 'physical', 'intellectual-family', 'mental-family'], { headings: ['专门协会类别'] }),
    ),
    creditCode: optional(
      number('credit-code', {
        privacy: 'S1',
        isUnique: true,
        headings: ['统一社会信用代码', '信用代码', '组织机构代码'],
      }),
    ),
    parent: optional(reference('organisations.organisation', { headings: ['上级机构', '主管单位'] })),
    division: division({ headings: ['所在地', '所在区划', '区划代码'] }),
    address: optional(text({ max: 200, headings: ['地址', '机构地址', '单位地址'] })),
    contactName: optional(name({ headings: ['联系人'] })),
    contactPhone: optional(number('phone', { privacy: 'S2', headings: ['联系电话', '电话'] })),
    foundedOn: optional(date({ headings: ['成立日期', '成立时间'] })),
    closedOn: optional(date({ headings: ['撤销日期', '停办日期'] })),
    isActive: optional(flag({ headings: ['是否正常运行', '是否活动'] })),
    document: optional(text({ headings: ['批准文号', '文号'] })),
    remark: optional(multiline({ max: 500, headings: ['备注'] })),
  },
  scope: 'division',
  title: 'name',
  search: ['name'],
  list: {
    columns: ['name', 'type', 'division', 'parent', 'foundedOn', 'isActive'],
    filters: ['type', 'specialty', 'parent', 'isActive', 'foundedOn'],
    orders: ['name', 'foundedOn'],
  },
  sections: [
    {
      title: 'organisation.section.organisation',
      fields: ['name', 'type', 'specialty', 'creditCode', 'parent', 'division'],
    },
    { title: 'organisation.section.contact', fields: ['address', 'contactName', 'contactPhone'] },
    { title: 'organisation.section.life', fields: ['foundedOn', 'closedOn', 'isActive', 'document', 'remark'] },
  ],
})
