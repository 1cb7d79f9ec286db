import type { MigrationTools } from '@opendpf/kit/server'

/** Tables of the network: stations, agreements, inspections and family doctors. */
export async function createNetwork({ createRecord }: Pick<MigrationTools, 'createRecord'>): Promise<void> {
  await createRecord('rehab_station', {
    scope: 'division',
    columns: {
      title: 'text',
      kind: 'text',
      level: 'text',
      host: 'text?',
      host_kind: 'text?',
      hospital_level: 'text?',
      opened_on: 'date',
      upgraded_on: 'date?',
      closed_on: 'date?',
      coordinator: 'text?',
      is_up_to_standard: 'flag?',
      inspected_on: 'date?',
      remark: 'text?',
    },
    orders: ['title', 'opened_on'],
    filters: ['kind', 'level', 'host_kind', 'hospital_level', 'is_up_to_standard'],
    indexes: ['host', 'closed_on'],
  })
  await createRecord('rehab_station_check', {
    scope: 'division',
    columns: {
      station: 'text',
      checked_on: 'date',
      has_room: 'flag',
      has_equipment: 'flag',
      has_coordinator: 'flag',
      has_rules: 'flag',
      has_files: 'flag',
      has_training: 'flag',
      has_access: 'flag',
      has_referral: 'flag',
      met: 'whole',
      findings: 'text?',
      remedy_by: 'date?',
      remedied_on: 'date?',
      papers: 'data?',
      state: 'text',
    },
    orders: ['checked_on', 'remedy_by'],
    filters: ['state'],
    indexes: ['station'],
  })
  await createRecord('rehab_agreement', {
    scope: 'division',
    columns: {
      institution: 'text',
      purpose: 'text',
      number: 'text',
      signed_on: 'date',
      since: 'date',
      until: 'date',
      places: 'whole?',
      papers: 'data?',
      ended_on: 'date?',
      end_reason: 'text?',
      state: 'text',
    },
    orders: ['until', 'signed_on'],
    filters: ['purpose', 'state'],
    indexes: ['institution', 'since'],
  })
  await createRecord('rehab_inspection', {
    scope: 'division',
    columns: {
      agreement: 'text',
      inspected_on: 'date',
      score: 'whole',
      inspectors: 'text?',
      findings: 'text?',
      remedy_by: 'date?',
      remedied_on: 'date?',
      papers: 'data?',
      state: 'text',
    },
    orders: ['inspected_on', 'remedy_by'],
    filters: ['state'],
    indexes: ['agreement'],
  })
  await createRecord('rehab_doctor_contract', {
    scope: 'division',
    columns: {
      person: 'text',
      client_name: 'text',
      year: 'whole',
      institution: 'text',
      doctor: 'text',
      signed_on: 'date',
      ended_on: 'date?',
      services: 'whole',
    },
    orders: ['signed_on'],
    indexes: ['person', 'institution', 'year'],
  })
  await createRecord('rehab_doctor_service', {
    scope: 'division',
    columns: { contract: 'text', served_on: 'date', kind: 'text', note: 'sealed?' },
    orders: ['served_on'],
    filters: ['kind'],
    indexes: ['contract'],
  })
}
