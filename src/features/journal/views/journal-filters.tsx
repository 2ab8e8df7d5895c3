// SPDX-License-Identifier: AGPL-3.0-or-later
import { compareItalian, slug } from '../../../kernel/text.ts'
import { ChoiceField, DateField, Filters, SearchField } from '../../../ui/filters.tsx'
import type { JournalActor } from '../../audit/index.ts'
import type { ToldKind } from '../../records/index.ts'
import { type JournalAddress, partWord } from '../query.ts'

type JournalFiltersProps = {
  readonly action: string
  readonly address: JournalAddress
  /** The kinds of event, by type. */
  readonly labels: Readonly<Record<string, string>>
  readonly actors: readonly JournalActor[]
  /** What lines are about; absent: nothing that has kinds. */
  readonly kinds?: readonly ToldKind[]
}

/** The filters of a journal. */
export function JournalFilters({ action, address, labels, actors, kinds: parts }: JournalFiltersProps) {
  const { tipo, chi, testo, dal, al, parte, scheda } = address
  const active = [tipo, chi, testo, dal, al, parte, scheda].some((value) => value !== undefined)
  const people = actors.map(({ id, name }) => [id, name] as const).toSorted(([, a], [, b]) => compareItalian(a, b))
  const kinds = Object.values(labels).map((label) => [slug(label), label] as const)
  return (
    <Filters label="Filtra il registro" action={action} active={active}>
      <SearchField name="testo" label="Testo" value={testo} />
      <ChoiceField
        name="tipo"
        label="Tipo"
        value={tipo}
        all="Tutti i tipi"
        options={kinds.toSorted(([, a], [, b]) => compareItalian(a, b))}
      />
      <ChoiceField name="chi" label="Persona" value={chi} all="Tutte le persone" options={people} />
      {parts && (
        <>
          <ChoiceField
            name="parte"
            label="Parte del piano"
            value={parte}
            all="Tutte le parti"
            options={parts.map((kind) => [partWord(kind), kind.words.many] as const)}
          />
          <SearchField name="scheda" label="Codice della scheda" value={scheda} />
        </>
      )}
      <DateField name="dal" label="Dal giorno" value={dal} />
      <DateField name="al" label="Al giorno" value={al} />
    </Filters>
  )
}
