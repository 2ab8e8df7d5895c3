// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VNode } from 'preact'
import type { Problem } from '../../kernel/errors.ts'
import { Alert } from '../alert.tsx'
import { home } from '../home.ts'
import { Layout } from './layout.tsx'
import type { Site } from './site.ts'

type ErrorPageProps = {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly problems: readonly Problem[]
  /** The request's id, to find it in the log. */
  readonly id: string
}

/** The page for a failed request: what is wrong, where, what to do. */
export const errorPage =
  (site: Site) =>
  ({ status, title, detail, problems, id }: ErrorPageProps): VNode => (
    <Layout site={site} title={title}>
      <div class="t-error">
        <p class="t-eyebrow">Errore {status}</p>
        <h1>{title}</h1>
        <p class="lead">{detail}</p>
        {problems.length > 0 && (
          <Alert tone="warning">
            <ul>
              {problems.map(({ place, message, remedy }) => (
                <li key={place}>
                  <strong>{place}</strong>: {message}
                  {remedy && <>; {remedy}</>}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <p>{adviceFor(status)}</p>
        <p>
          <a class="btn btn-primary" href={home({})}>
            Vai alla pagina iniziale
          </a>
        </p>
        {status >= 500 && (
          <p>
            Codice della richiesta, da comunicare a chi gestisce il servizio: <code>{id}</code>
          </p>
        )}
      </div>
    </Layout>
  )

function adviceFor(status: number): string {
  if (status === 404) return 'L’indirizzo può essere stato scritto male, o la pagina può essere stata spostata.'
  if (status === 503) return 'Riprovare fra qualche minuto.'
  if (status === 413) return 'Tornare alla pagina precedente e inviare di meno.'
  if (status === 403 || status === 409)
    return 'Tornare alla pagina precedente e riprovare, oppure ripartire dalla pagina iniziale.'
  if (status >= 500) return 'Riprovare; se succede ancora, segnalarlo con il codice qui sotto.'
  return 'Correggere l’indirizzo, oppure ripartire dalla pagina iniziale.'
}
