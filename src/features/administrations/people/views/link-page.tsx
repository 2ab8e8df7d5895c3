// SPDX-License-Identifier: AGPL-3.0-or-later

import { Alert } from '../../../../ui/alert.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { administrationPaths } from '../../addresses.ts'
import { peopleEntry } from '../../menu.ts'

type LinkPageProps = {
  readonly site: Site
  readonly person: { readonly id: string; readonly name: string; readonly email: string }
  readonly link: string
  /** `invitation`: to choose the first password; `reset`: a new one. */
  readonly purpose: 'invitation' | 'reset'
  /** True when the link was also sent by mail. */
  readonly mailed: boolean
}

const words = {
  invitation: { title: 'Invito pronto', what: 'scegliere la password ed entrare', until: '7 giorni' },
  reset: { title: 'Collegamento pronto', what: 'scegliere una nuova password', until: '2 ore' },
} as const

/** Shows a one-time link. It is the answer to the form that made the link, and cannot be seen again. */
export function LinkPage({ site, person, link, purpose, mailed }: LinkPageProps) {
  const { title, what, until } = words[purpose]
  return (
    <Layout
      site={site}
      section={peopleEntry}
      title={title}
      trail={[{ label: 'Persone', href: administrationPaths.people({}) }, { label: title }]}
    >
      <div class="t-heading">
        <h1>{title}</h1>
        <p class="lead">
          Con questo collegamento {person.name} ({person.email}) può {what}.
        </p>
      </div>
      <Alert tone="warning">
        <p>
          <strong>Si vede soltanto adesso.</strong> Chi ha il collegamento entra al posto della persona: consegnarlo a
          lei sola. Vale {until} e una volta sola.
        </p>
      </Alert>
      <p>
        <label>
          Collegamento da consegnare
          <input class="t-link-field" type="text" readonly value={link} />
        </label>
      </p>
      {mailed && <p>È stato anche spedito a {person.email}.</p>}
      <p>
        <a href={administrationPaths.person({ person: person.id })}>Vai alla pagina di {person.name}</a>
      </p>
    </Layout>
  )
}
