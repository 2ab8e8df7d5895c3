// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { Layout } from '../../../ui/page/layout.tsx'
import type { Site } from '../../../ui/page/site.ts'
import type { Administration } from '../../administrations/index.ts'
import { administrationPaths, administrationsEntry, peopleEntry } from '../../administrations/index.ts'
import type { JournalActor, NumberedLine } from '../../audit/index.ts'
import type { ToldKind } from '../../records/index.ts'
import { journalPaths } from '../addresses.ts'
import type { EventTeller } from '../event-words.ts'
import { type JournalAddress, withoutCursor } from '../query.ts'
import { vocabularyOf } from '../vocabulary.ts'
import { JournalFilters } from './journal-filters.tsx'
import { LineList } from './line-list.tsx'

type JournalProps = {
  readonly site: Site
  readonly teller: EventTeller
  readonly kinds: readonly ToldKind[]
  readonly actors: readonly JournalActor[]
  readonly address: JournalAddress
  readonly lines: readonly NumberedLine[]
  /** True when there are older lines. */
  readonly more: boolean
}

/** The journal of a body: who, when, the values before and after. */
export function JournalPage({
  site,
  administration,
  teller,
  kinds,
  actors,
  address,
  lines,
  more,
}: JournalProps & { readonly administration: Administration }) {
  const { slug, name } = administration
  const vocabulary = vocabularyOf(kinds, actors)
  const base = withoutCursor(address)
  return (
    <Layout
      site={site}
      section={administrationsEntry}
      title={`Registro delle attività · ${name}`}
      trail={[
        { label: 'Enti', href: administrationPaths.administrations({}) },
        { label: name, href: administrationPaths.administration({ slug }) },
        { label: 'Registro delle attività' },
      ]}
    >
      <Heading above={name} title="Registro delle attività">
        Chi ha fatto che cosa, e quando. Le righe si aggiungono soltanto: ognuna porta l’impronta di quella prima.
      </Heading>
      <JournalFilters
        action={journalPaths.journal({ slug })}
        address={address}
        labels={teller.labels}
        actors={actors}
        kinds={kinds}
      />
      <LineList
        lines={lines}
        words={(event) => teller.tell(event, vocabulary)}
        address={address}
        all={journalPaths.journal({ slug })}
        newest={journalPaths.journal({ slug }, base)}
        older={more ? journalPaths.journal({ slug }, { ...base, prima: String(lines.at(-1)?.sequence) }) : undefined}
        file={journalPaths.journalFile({ slug }, base)}
      />
    </Layout>
  )
}

/** The journal of accounts, roles, bodies and associations. */
export function AccessJournalPage({ site, teller, kinds, actors, address, lines, more }: JournalProps) {
  const vocabulary = vocabularyOf(kinds, actors)
  const base = withoutCursor(address)
  return (
    <Layout
      site={site}
      section={peopleEntry}
      title="Registro degli accessi"
      trail={[{ label: 'Persone', href: administrationPaths.people({}) }, { label: 'Registro degli accessi' }]}
    >
      <Heading above="Piattaforma" title="Registro degli accessi">
        Chi è entrato, chi ha ricevuto quale ruolo, quali enti sono stati registrati. Le righe si aggiungono soltanto.
      </Heading>
      <JournalFilters
        action={journalPaths.accessJournal({})}
        address={address}
        labels={teller.labels}
        actors={actors}
      />
      <LineList
        lines={lines}
        words={(event) => teller.tell(event, vocabulary)}
        address={address}
        all={journalPaths.accessJournal({})}
        newest={journalPaths.accessJournal({}, base)}
        older={more ? journalPaths.accessJournal({}, { ...base, prima: String(lines.at(-1)?.sequence) }) : undefined}
        file={journalPaths.accessJournalFile({}, base)}
      />
    </Layout>
  )
}

/** What others did because of one's own delegations: no filters, because there is little of it. */
export function DelegationJournalPage({ site, teller, kinds, address, lines, more }: Omit<JournalProps, 'actors'>) {
  const vocabulary = vocabularyOf(kinds, [])
  const base = withoutCursor(address)
  const { delegationJournal, delegationJournalFile } = journalPaths
  return (
    <Layout
      site={site}
      title="Registro delle deleghe"
      trail={[{ label: 'Deleghe', href: administrationPaths.delegations({}) }, { label: 'Registro delle deleghe' }]}
    >
      <Heading above="Deleghe" title="Registro delle deleghe">
        I ruoli che altri hanno attribuito o tolto per tua delega, e le deleghe finite prima. Le righe si aggiungono
        soltanto.
      </Heading>
      <LineList
        lines={lines}
        words={(event) => teller.tell(event, vocabulary)}
        address={address}
        all={delegationJournal({})}
        newest={delegationJournal({}, base)}
        older={more ? delegationJournal({}, { ...base, prima: String(lines.at(-1)?.sequence) }) : undefined}
        file={delegationJournalFile({}, base)}
      />
    </Layout>
  )
}

const Heading = ({ above, title, children }: { above: string; title: string; children: ComponentChildren }) => (
  <div class="t-heading">
    <p class="t-eyebrow">{above}</p>
    <h1>{title}</h1>
    <p class="lead">{children}</p>
  </div>
)
