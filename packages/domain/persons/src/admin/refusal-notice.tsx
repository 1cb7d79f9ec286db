import { Notice, ProblemNotice, RequestFailure } from '@opendpf/admin'

/** Why the server said no: its sentences for each field, or the failure as every page shows it. */
export function RefusalNotice({ error }: { readonly error: unknown }) {
  const problems = error instanceof RequestFailure ? error.problems : []
  if (problems.length === 0) return <ProblemNotice error={error} />
  return (
    <Notice kind="error" isAlert>
      {problems.map(({ path, message }) => (
        <p key={`${path} ${message}`}>{message}</p>
      ))}
    </Notice>
  )
}
