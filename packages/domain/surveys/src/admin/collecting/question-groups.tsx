import { Button, Section, useLocale, useModuleText } from '@opendpf/admin'
import type { Attachment } from '@opendpf/kit'
import { type Answers, type Form, type Question, surveys } from '../../contract/index.js'
import { QuestionField, type QuestionFieldProps } from './question-field.js'

/** The questions that are asked, under the headings of their groups; a group confirms in one press what was taken over. */
export function QuestionGroups(
  props: {
    readonly groups: Form['groups']
    readonly asked: readonly Question[]
    readonly draft: {
      readonly answers: Answers
      readonly unconfirmed: readonly string[]
      readonly photos: Readonly<Record<string, readonly Attachment[]>>
    }
    readonly errorOf: (code: string) => string | undefined
  } & Pick<QuestionFieldProps, 'onAnswer' | 'onPhotos' | 'onConfirm' | 'onLeave'>,
) {
  const { groups, asked, draft, errorOf, onAnswer, onPhotos, onConfirm, onLeave } = props
  const say = useModuleText(surveys.id)
  const locale = useLocale()
  return groups.map(({ code: group, title }) => {
    const questions = asked.filter((question) => question.group === group)
    if (questions.length === 0) return null
    const open = questions.map(({ code }) => code).filter((code) => draft.unconfirmed.includes(code))
    return (
      <Section
        key={group}
        title={title[locale]}
        actions={
          open.length > 1 && (
            <Button label={say('collect.confirmGroupOf', { group: title[locale] })} onPress={() => onConfirm(open)}>
              {say('collect.confirmGroup', { count: open.length })}
            </Button>
          )
        }
      >
        {questions.map((question) => (
          <QuestionField
            key={question.code}
            question={question}
            answer={draft.answers[question.code]}
            files={draft.photos[question.code] ?? none}
            error={errorOf(question.code)}
            isUnconfirmed={draft.unconfirmed.includes(question.code)}
            onAnswer={onAnswer}
            onPhotos={onPhotos}
            onConfirm={onConfirm}
            onLeave={onLeave}
          />
        ))}
      </Section>
    )
  })
}

const none: readonly Attachment[] = []
