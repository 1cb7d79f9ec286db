import type { ModuleMigrations } from '@opendpf/kit/server'

/** The tables of notifications. */
export const migrations: ModuleMigrations = {
  '0001_init': async ({ createRecord }) => {
    await createRecord('notifications_message', {
      scope: 'division',
      columns: {
        template: 'text',
        channel: 'text',
        recipient_kind: 'text',
        recipient_name: 'text',
        person: 'text?',
        holder: 'text?',
        phone: 'exact?',
        email: 'sealed?',
        language: 'text',
        subject: 'text',
        text: 'sealed',
        about_record: 'text',
        about: 'text',
        key: 'text',
        queued_at: 'instant',
        next_at: 'instant?',
        attempts: 'whole',
        sent_at: 'instant?',
        receipt: 'text?',
        failure: 'text?',
        note: 'text?',
        read_at: 'instant?',
        state: 'text',
      },
      orders: ['queued_at'],
      filters: ['state', 'channel', 'template', 'recipient_kind', 'about_record', 'about'],
      // only what is still to be sent has a next time: the index holds little else
      indexes: ['person', 'holder', 'next_at', 'about', 'state'],
      unique: [['key']],
    })
    await createRecord('notifications_wording', {
      scope: 'division',
      columns: { template: 'text', language: 'text', subject: 'text', text: 'text', since: 'date' },
      orders: ['since'],
      filters: ['template', 'language'],
      unique: [['division', 'template', 'language', 'since']],
    })
    await createRecord('notifications_contact', {
      scope: 'division',
      columns: {
        person: 'text',
        holder_name: 'text',
        language: 'text',
        email: 'sealed?',
        refuses_sms: 'flag?',
        refuses_email: 'flag?',
        asked_on: 'date',
      },
      orders: ['asked_on'],
      filters: ['refuses_sms', 'refuses_email'],
      unique: [['person']],
    })
    await createRecord('notifications_mailbox', {
      scope: 'division',
      columns: { holder: 'text', holder_name: 'text', email: 'sealed', is_off: 'flag?' },
      orders: ['holder_name'],
      filters: ['is_off'],
      unique: [['holder']],
    })
  },
}
