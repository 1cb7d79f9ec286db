import { Button, DataTable, Notice, useDivisions, useLocale, useModuleText } from '@opendpf/admin'
import { type Answers, compareAnswers, type Form, surveys } from '../../contract/index.js'
import { answerWords } from '../words/answer-words.js'

/** Somebody else wrote the record meanwhile: what differs, question by question, and which of the two goes on. */
export function ConflictNotice(props: {
  readonly form: Form
  readonly theirs: Answers
  readonly mine: Answers
  readonly onMine: () => void
  readonly onTheirs: () => void
}) {
  const { form, theirs, mine, onMine, onTheirs } = props
  const say = useModuleText(surveys.id)
  const locale = useLocale()
  const { index } = useDivisions()
  const words = { locale, nameOf: (code: string) => index.nameOf(code) }
  const questions = new Map(form.questions.map((question) => [question.code, question]))
  const rows = compareAnswers(form, theirs, mine).flatMap(({ question: code, before, after }) => {
    const question = questions.get(code)
    return question ? [{ code, question, before, after }] : []
  })
  return (
    <Notice
      kind="warning"
      title={say('conflict.title')}
      isAlert
      actions={
        <>
          <Button look="primary" onPress={onMine}>
            {say('conflict.mine')}
          </Button>
          <Button onPress={onTheirs}>{say('conflict.theirs')}</Button>
        </>
      }
    >
      <p>{say(rows.length > 0 ? 'conflict.text' : 'conflict.same')}</p>
      {rows.length > 0 && (
        <DataTable
          caption={say('conflict.differences')}
          rows={rows}
          keyOf={({ code }) => code}
          columns={[
            {
              id: 'question',
              label: say('conflict.question'),
              isRowHeader: true,
              cell: (row) => row.question.text[locale],
            },
            {
              id: 'theirs',
              label: say('conflict.onServer'),
              cell: (row) => answerWords(row.question, row.before, words),
            },
            { id: 'mine', label: say('conflict.onDevice'), cell: (row) => answerWords(row.question, row.after, words) },
          ]}
        />
      )}
    </Notice>
  )
}
