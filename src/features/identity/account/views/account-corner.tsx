// SPDX-License-Identifier: AGPL-3.0-or-later
import { useViewer } from '../../../../ui/page/viewer.tsx'
import { identityPaths } from '../../addresses.ts'

/** At the top of every page: the signed-in person and the sign-out button, or the link to sign in. */
export function AccountCorner() {
  const { person } = useViewer()
  if (!person) {
    return (
      <a class="t-account" href={identityPaths.signIn({})}>
        Entra
      </a>
    )
  }
  return (
    <div class="t-account">
      <a href={identityPaths.ownProfile({})}>
        <span class="visually-hidden">Il tuo profilo: </span>
        {person.name}
      </a>
      <form method="post" action={identityPaths.signOut({})}>
        <button type="submit">Esci</button>
      </form>
    </div>
  )
}
