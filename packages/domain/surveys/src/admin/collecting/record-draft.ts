import type { Attachment } from '@opendpf/kit'
import { type Answer, type Answers, type Collecting, type Form, isEmpty } from '../../contract/index.js'

/** What stands on the page of a record: all that is collected, as it was typed. */
export interface RecordDraft {
  readonly answers: Readonly<Record<string, Answer>>
  readonly unconfirmed: readonly string[]
  readonly contact: string
  readonly visitedOn: string
  readonly contactNote: string
  readonly consent: string
  readonly position: string
  /** Files of each question that is answered with photos. */
  readonly photos: Readonly<Record<string, readonly Attachment[]>>
  /** A signature that was brought now; one that is kept already is not shown. */
  readonly signature: readonly Attachment[]
}

/** A record as it came from the server, on the day on which it is opened. */
export function draftOf(collecting: Collecting, today: string): RecordDraft {
  return {
    answers: collecting.answers,
    unconfirmed: collecting.unconfirmed,
    contact: collecting.contact ?? '',
    visitedOn: collecting.visitedOn ?? today,
    contactNote: collecting.contactNote ?? '',
    consent: collecting.consent ?? '',
    position: '',
    photos: photosOf(collecting),
    signature: [],
  }
}

/** The files of each question that is answered with photos. */
export function photosOf(of: {
  readonly form: Form
  readonly answers: Answers
  readonly photos: readonly Attachment[]
}): RecordDraft['photos'] {
  const files = new Map(of.photos.map((file) => [file.id, file]))
  return Object.fromEntries(
    of.form.questions
      .filter(({ kind }) => kind === 'photo')
      .map(({ code }) => {
        const ids = [of.answers[code] ?? []].flat().map(String)
        return [code, ids.flatMap((id) => files.get(id) ?? [])] as const
      }),
  )
}

/** Answers with one more, or without it where it is taken away. */
export function withAnswer(answers: Answers, code: string, value: Answer | undefined): Answers {
  const { [code]: _, ...others } = answers
  return value === undefined || isEmpty(value) ? others : { ...others, [code]: value }
}

/** Photos that are attached, by their ids; none are told as null. */
export function attachedOf(photos: RecordDraft['photos']): readonly { readonly id: string }[] | null {
  const files = Object.values(photos).flat()
  return files.length > 0 ? files.map(({ id }) => ({ id })) : null
}

/** What is sent: what is empty on the page is empty in the record, and a signature that was not touched stays. */
export function collectedOf(draft: RecordDraft, version: number) {
  const text = (value: string) => (value.trim() === '' ? null : value.trim())
  const ids = (files: readonly Attachment[]) => files.map(({ id }) => ({ id }))
  return {
    version,
    answers: draft.answers,
    unconfirmed: draft.unconfirmed,
    contact: text(draft.contact),
    visitedOn: text(draft.visitedOn),
    contactNote: text(draft.contactNote),
    consent: text(draft.consent),
    photos: attachedOf(draft.photos),
    ...(draft.signature.length > 0 ? { consentSignature: ids(draft.signature) } : {}),
    ...(draft.position === '' ? {} : { position: draft.position }),
  }
}
