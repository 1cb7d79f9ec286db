import type { ModuleMigrations } from '@opendpf/kit/server'

/** The tables of the register. */
export const migrations: ModuleMigrations = {
  '0001_init': async ({ createRecord }) => {
    await createRecord('persons_person', {
      scope: 'division',
      columns: {
        name: 'text',
        former_name: 'text?',
        id_type: 'text?',
        id_number: 'exact?',
        other_number: 'exact?',
        sex: 'text?',
        birth_date: 'date?',
        ethnicity: 'text?',
        phone: 'exact?',
        second_phone: 'exact?',
        address: 'sealed?',
        residence_division: 'text?',
        residence_address: 'sealed?',
        household_type: 'text?',
        marital: 'text?',
        education: 'text?',
        is_deceased: 'flag?',
        death_date: 'date?',
        remark: 'text?',
        is_certified: 'flag?',
        disability_category: 'text?',
        disability_grade: 'text?',
        folded_name: 'text?',
        spoken_name: 'text?',
      },
      orders: ['name', 'birth_date'],
      indexes: ['folded_name'],
      isSearched: true,
    })
    await createRecord('persons_household', {
      scope: 'division',
      columns: {
        head_name: 'text',
        book_number: 'exact?',
        address: 'sealed?',
        phone: 'exact?',
        economic_state: 'text?',
        housing: 'text?',
        is_dilapidated: 'flag?',
        remark: 'text?',
        head: 'text?',
        member_count: 'whole?',
        certified_count: 'whole?',
        is_multi_disabled: 'flag?',
        has_severe: 'flag?',
        is_aged_caring: 'flag?',
        has_student: 'flag?',
        ended_on: 'date?',
      },
      orders: ['head_name'],
      indexes: ['head'],
      isSearched: true,
    })
    await createRecord('persons_member', {
      scope: 'division',
      columns: { household: 'text', person: 'text', relation: 'text', since: 'date', until: 'date?' },
      orders: ['since'],
      indexes: ['household', 'person'],
    })
    await createRecord('persons_status', {
      scope: 'division',
      columns: {
        person: 'text',
        kind: 'text',
        since: 'date',
        until: 'date?',
        source: 'text',
        document: 'text?',
        remark: 'text?',
      },
      orders: ['since'],
      indexes: ['person'],
    })
    await createRecord('persons_guardian', {
      scope: 'division',
      columns: {
        person: 'text',
        name: 'text',
        guardian_person: 'text?',
        relation: 'text',
        phone: 'exact?',
        basis: 'text?',
        since: 'date',
        until: 'date?',
        remark: 'text?',
      },
      orders: ['since'],
      indexes: ['person', 'guardian_person'],
      isSearched: true,
    })
    await createRecord('persons_need', {
      scope: 'division',
      columns: {
        person: 'text',
        kind: 'text',
        level: 'text',
        raised_on: 'date',
        detail: 'text?',
        state: 'text',
        met_on: 'date?',
        outcome: 'text?',
      },
      orders: ['raised_on'],
      indexes: ['person'],
    })
    await createRecord('persons_account', {
      scope: 'division',
      columns: {
        person: 'text',
        bank: 'text',
        number: 'exact',
        holder_name: 'text',
        third_party_reason: 'text?',
        is_default: 'flag?',
        closed_on: 'date?',
      },
      orders: ['bank'],
      indexes: ['person'],
    })
    await createRecord('persons_duplicate', {
      scope: 'division',
      columns: {
        person: 'text',
        other: 'text',
        other_name: 'text',
        score: 'whole',
        rules: 'data',
        rule_version: 'whole',
        state: 'text',
      },
      orders: ['score'],
      indexes: ['other'],
      unique: [['person', 'other']],
    })
    await createRecord('persons_merge', {
      scope: 'division',
      columns: {
        kept: 'text',
        dropped: 'text',
        chosen: 'data',
        moved: 'data',
        before: 'sealed',
        kept_version: 'whole',
        merged_on: 'date',
        state: 'text',
        undone_on: 'date?',
      },
      orders: ['merged_on'],
      indexes: ['kept'],
    })
  },
}
