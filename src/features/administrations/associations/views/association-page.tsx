// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatDate, type IsoDate } from '../../../../kernel/dates.ts'
import { plural } from '../../../../kernel/text.ts'
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx'
import { Flash } from '../../../../ui/page/flash.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { useViewer } from '../../../../ui/page/viewer.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { identityActions } from '../../../identity/index.ts'
import { administrationActions } from '../../actions.ts'
import { administrationPaths } from '../../addresses.ts'
import { associationsEntry } from '../../menu.ts'
import type { AssociationSheet, Membership } from '../../readers.ts'
import { placeParameter } from '../../registration/views/place-words.ts'
import { Joining, Leaving, membershipLabels } from './membership-forms.tsx'

type AssociationPageProps = {
  readonly site: Site
  readonly sheet: AssociationSheet
  readonly today: IsoDate
  /** The registered bodies that are not members and can be added. */
  readonly candidates: readonly { readonly slug: string; readonly name: string }[]
  readonly outcome?: string | undefined
  readonly refusal?: Refusal | undefined
}

const outcomes = {
  registrata: 'Gestione associata registrata.',
  entrato: 'Ente aggiunto alla gestione associata.',
  uscito: 'Uscita dell’ente registrata.',
}

/**
 * The page of an association: present and past members with their dates. People who may register bodies can add and
 * remove members.
 */
export function AssociationPage({ site, sheet, today, candidates, outcome, refusal }: AssociationPageProps) {
  const { slug, name, memberships } = sheet
  const viewer = useViewer()
  const manages = viewer.may(administrationActions.manageAssociations, { association: slug })
  const current = memberships.filter((one) => one.leftOn === undefined || one.leftOn > today)
  const past = memberships.filter((one) => !current.includes(one) && one.leftOn !== one.joinedOn)
  return (
    <Layout
      site={site}
      section={associationsEntry}
      title={refusal ? `Errore: ${name}` : name}
      trail={[{ label: 'Gestioni associate', href: administrationPaths.associations({}) }, { label: name }]}
    >
      <Flash outcomes={outcomes} outcome={outcome} />
      {refusal && <ErrorSummary {...refusal} labels={membershipLabels} />}
      <div class="t-heading">
        <p class="t-eyebrow">Gestione associata</p>
        <h1>{name}</h1>
        <p class="lead">Chi ha un ruolo sulla gestione associata lo ha su ciascuno degli enti, finché ne fa parte.</p>
      </div>
      <ul class="t-links">
        <li>
          <a href={administrationPaths.administrations({}, { associazione: slug })}>I piani degli enti</a>
        </li>
        {viewer.may(identityActions.managePeople, { association: slug }) && (
          <li>
            <a href={administrationPaths.people({}, { luogo: placeParameter({ kind: 'association', slug }) })}>
              Persone e ruoli
            </a>
          </li>
        )}
      </ul>
      <section aria-labelledby="membri">
        <h2 id="membri">{plural(current.length, 'ente ne fa parte', 'enti ne fanno parte')}</h2>
        {current.length === 0 && <p class="t-empty">Nessun ente ne fa parte oggi.</p>}
        {current.length > 0 && (
          <DataTable
            caption="Enti della gestione associata"
            rows={current}
            rowKey={keyOf}
            columns={[
              { heading: 'Ente', wide: true, cell: BodyLink },
              { heading: 'Ne fa parte dal', cell: (one) => <Since one={one} today={today} /> },
              ...(manages
                ? [
                    {
                      heading: 'Uscita',
                      cell: (one: Membership) => <Leaving slug={slug} one={one} today={today} refusal={refusal} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </section>
      {manages && <Joining slug={slug} today={today} candidates={candidates} refusal={refusal} />}
      {past.length > 0 && (
        <section aria-labelledby="usciti">
          <h2 id="usciti">Enti usciti</h2>
          <DataTable
            caption="Enti che non fanno più parte della gestione associata"
            rows={past}
            rowKey={keyOf}
            columns={[
              { heading: 'Ente', wide: true, cell: BodyLink },
              { heading: 'Dal', cell: ({ joinedOn }) => formatDate(joinedOn) },
              { heading: 'Uscito il', cell: ({ leftOn }) => (leftOn ? formatDate(leftOn) : '–') },
            ]}
          />
        </section>
      )}
    </Layout>
  )
}

const keyOf = ({ administration, joinedOn }: Membership) => `${administration.slug} ${joinedOn}`

function BodyLink({ administration: { slug, name } }: Membership) {
  return useViewer().may(administrationActions.read, { slug }) ? (
    <a href={administrationPaths.administration({ slug })}>{name}</a>
  ) : (
    name
  )
}

function Since({ one: { joinedOn, leftOn }, today }: { one: Membership; today: IsoDate }) {
  return (
    <>
      {formatDate(joinedOn)}
      {joinedOn > today && <Tag tone="info" icon="clock" label="non ancora" />}
      {leftOn && <span class="t-note">esce il {formatDate(leftOn)}</span>}
    </>
  )
}
