// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { Alert } from '../../../../ui/alert.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { Checkbox, FieldGroup } from '../../../../ui/forms/choice-fields.tsx'
import { ErrorSummary, faultOf } from '../../../../ui/forms/error-summary.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { administrationPaths } from '../../addresses.ts'
import { administrationsEntry } from '../../menu.ts'
import { kindLabel } from '../../model.ts'
import { lossesOf } from './removal-words.ts'
import { hasApproved, type Removal } from './remove-administration.ts'

type RemovalPageProps = {
  readonly site: Site
  readonly removal: Removal
  readonly refusal?: Refusal
}

const question = 'Conferma'

/** The page that tells what goes with a body, and asks to confirm; or why the body stays. */
export function RemovalPage({ site, removal, refusal }: RemovalPageProps) {
  const { administration, approved } = removal
  const { slug, name, kind, cadastralCode, ipaCode } = administration
  const title = `Elimina ${name}`
  return (
    <Layout
      site={site}
      section={administrationsEntry}
      title={refusal ? `Errore: ${title}` : title}
      trail={[
        { label: 'Enti', href: administrationPaths.administrations({}) },
        { label: name, href: administrationPaths.administration({ slug }) },
        { label: 'Elimina' },
      ]}
    >
      {refusal && <ErrorSummary {...refusal} labels={{ conferma: question }} />}
      <div class="t-heading">
        <p class="t-eyebrow">{kindLabel[kind]}</p>
        <h1>{title}</h1>
        <p class="lead">Serve per un ente registrato per errore. Quello che si elimina non si recupera.</p>
      </div>
      <DescriptionList
        facts={[
          ['Codice catastale', cadastralCode],
          ['Codice IPA', ipaCode],
        ]}
      />
      {approved.length > 0 ? <Kept {...removal} /> : <Confirmation removal={removal} refusal={refusal} />}
      <p class="t-after">
        <a href={administrationPaths.administration({ slug })}>Torna all’ente senza eliminarlo</a>
      </p>
    </Layout>
  )
}

function Kept({ administration, approved }: Removal) {
  const { message, problems } = hasApproved(administration, approved)
  return (
    <Alert tone="warning">
      <p>{message}</p>
      <ul>
        {problems.map(({ place, message: because }) => (
          <li key={place}>
            {place}: {because}
          </li>
        ))}
      </ul>
      <p>Che cosa si può fare: {problems[0]?.remedy}.</p>
    </Alert>
  )
}

function Confirmation({ removal, refusal }: { removal: Removal; refusal: Refusal | undefined }) {
  const { administration } = removal
  const error = refusal && faultOf(refusal.problems, 'conferma')
  return (
    <section class="t-panel" aria-labelledby="perde">
      <h2 id="perde" class="h4">
        Che cosa si elimina con l’ente
      </h2>
      <ul>
        {lossesOf(removal).map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
      <p>
        Nel registro degli accessi resta scritto chi lo ha eliminato e quando. L’indirizzo{' '}
        <code>{administrationPaths.administration(administration)}</code> torna libero.
      </p>
      <form action={administrationPaths.administrationRemoval(administration)} method="post" novalidate>
        <FieldGroup name="conferma" legend={question} error={error}>
          <Checkbox name="conferma" value="sì" checked={false}>
            Elimina {administration.name} e tutto quello che ha
          </Checkbox>
        </FieldGroup>
        <button type="submit" class="btn btn-danger">
          Elimina l’ente
        </button>
      </form>
    </section>
  )
}
