// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { Layout } from '../../../ui/layout.tsx'
import { paths } from '../../../ui/paths.ts'
import type { Site } from '../../../ui/site.ts'
import type { Administration } from '../../administrations/index.ts'
import type { AccessEvent, JournalActor, JournalEvent, NumberedLine } from '../../audit/index.ts'
import { accessLabel, accessWords } from '../access-words.ts'
import { eventLabel, eventWords } from '../event-words.ts'
import { type JournalAddress, withoutCursor } from '../query.ts'
import type { Names } from '../value-words.ts'
import { JournalFilters } from './journal-filters.tsx'
import { LineList } from './line-list.tsx'

type JournalProps<Event> = {
  readonly site: Site
  readonly actors: readonly JournalActor[]
  readonly address: JournalAddress
  readonly lines: readonly NumberedLine<Event>[]
  /** True when there are older lines. */
  readonly more: boolean
}

/** Names of people by the key of their account, as the journal knows them. */
export const namesOf = (actors: readonly JournalActor[]): Names =>
  new Map(actors.map(({ id, name }) => [id.replace(/^person:/, ''), name]))

/** The journal of a body: who, when, the values before and after. */
export function JournalPage({
  site,
  administration,
  actors,
  address,
  lines,
  more,
}: JournalProps<JournalEvent> & { readonly administration: Administration }) {
  const { slug, name } = administration
  const names = namesOf(actors)
  const base = withoutCursor(address)
  return (
    <Layout
      site={site}
      section="administrations"
      title={`Registro delle attività · ${name}`}
      trail={[
        { label: 'Enti', href: paths.administrations({}) },
        { label: name, href: paths.administration({ slug }) },
        { label: 'Registro delle attività' },
      ]}
    >
      <Heading above={name} title="Registro delle attività">
        Chi ha fatto che cosa, e quando. Le righe si aggiungono soltanto: ognuna porta l’impronta di quella prima.
      </Heading>
      <JournalFilters action={paths.journal({ slug })} address={address} labels={eventLabel} actors={actors} parts />
      <LineList
        lines={lines}
        words={(event) => eventWords(event, names)}
        address={address}
        all={paths.journal({ slug })}
        newest={paths.journal({ slug }, base)}
        older={more ? paths.journal({ slug }, { ...base, prima: String(lines.at(-1)?.sequence) }) : undefined}
        file={paths.journalFile({ slug }, base)}
      />
    </Layout>
  )
}

/** The journal of accounts, roles, bodies and associations. */
export function AccessJournalPage({ site, actors, address, lines, more }: JournalProps<AccessEvent>) {
  const base = withoutCursor(address)
  return (
    <Layout
      site={site}
      section="people"
      title="Registro degli accessi"
      trail={[{ label: 'Persone', href: paths.people({}) }, { label: 'Registro degli accessi' }]}
    >
      <Heading above="Piattaforma" title="Registro degli accessi">
        Chi è entrato, chi ha ricevuto quale ruolo, quali enti sono stati registrati. Le righe si aggiungono soltanto.
      </Heading>
      <JournalFilters action={paths.accessJournal({})} address={address} labels={accessLabel} actors={actors} />
      <LineList
        lines={lines}
        words={accessWords}
        address={address}
        all={paths.accessJournal({})}
        newest={paths.accessJournal({}, base)}
        older={more ? paths.accessJournal({}, { ...base, prima: String(lines.at(-1)?.sequence) }) : undefined}
        file={paths.accessJournalFile({}, base)}
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
