/** The system fills this in: there is nothing to enter. */
export function NoInput({ id }: { readonly id: string }) {
  return <span id={id} />
}
