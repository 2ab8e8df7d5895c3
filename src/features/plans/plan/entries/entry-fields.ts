// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../../../kernel/access.ts'
import {
  type ContentOf,
  choice,
  chosenMany,
  chosenOne,
  dateOrWords,
  type FormGroup,
  field,
  items,
  markdown,
  schemaOf,
  text,
  wholeNumber,
} from '../../../records/index.ts'
import { statusLabel } from '../progress/status.ts'
import { allocations } from './allocations.ts'
import { evidence } from './evidence.tsx'

/** What the body says of one action line, field by field: every form, file, document and page reads this table. */
export const entryFields = {
  activity: field(markdown({ rows: 12, tools: true }), {
    label: 'Che cosa fa l’ente',
    description: 'Che cosa fa l’ente (Markdown)',
    heading: { sheet: 'Attività', card: 'Attività dell’ente' },
    group: 'doing',
    searched: 'A',
  }),
  status: field(choice(statusLabel), { label: 'Stato', group: 'standing', progress: true }),
  statusLabel: field(text({ max: 200, width: 20 }), {
    label: 'Stato con le parole dell’ente',
    help: 'Se lo stato si dice meglio con altre parole.',
    group: 'standing',
    progress: true,
    searched: 'C',
    printedWith: 'status',
  }),
  progress: field(wholeNumber({ min: 0, max: 100, unit: ' %', example: '40' }), {
    label: 'Avanzamento',
    description: 'Avanzamento, da 0 a 100 per cento',
    help: 'Quanto è fatto, da 0 a 100 per cento.',
    group: 'standing',
    progress: true,
    searched: 'C',
  }),
  offices: field(chosenMany({ from: 'offices', each: 200, most: 50, others: 'Altri uffici', named: 'by-place' }), {
    label: 'Uffici incaricati',
    heading: { card: 'Uffici' },
    group: 'who',
    reserved: true,
    searched: 'C',
  }),
  funding: field(items({ each: 300, most: 50, rows: 3 }), {
    label: 'Fonti di finanziamento',
    help: 'Una per riga.',
    heading: { card: 'Finanziamento' },
    group: 'money',
    searched: 'C',
  }),
  allocations: field(allocations, {
    label: 'Importi per fonte e anno',
    help: 'Per esempio 1.234,50. Per togliere una riga, svuotala.',
    group: 'money',
  }),
  planned: field(dateOrWords(), {
    label: 'Data prevista',
    description: 'Data prevista: aaaa-mm-gg o parole',
    group: 'standing',
  }),
  completed: field(dateOrWords(), {
    label: 'Data di completamento',
    description: 'Data di completamento: aaaa-mm-gg o parole',
    heading: { card: 'Completamento' },
    group: 'standing',
    progress: true,
  }),
  notes: field(markdown({ rows: 5, width: 40 }), { label: 'Note', group: 'notes', progress: true, searched: 'B' }),
  evidence: field(evidence, {
    label: 'Prove',
    description: 'Prove di quanto fatto',
    help: 'Un indirizzo che comincia con https://; per un file usa «Carica un file», più sotto.',
    heading: { card: 'Evidenze' },
    group: 'proofs',
    progress: true,
    searched: 'C',
  }),
}

/** Who keeps an entry up to date: a matter of this installation, which no file and no document tells. */
const keepingFields = {
  ownerOffice: field(chosenOne<string>({ from: 'offices', none: 'Nessuno', max: 200 }), {
    label: 'Ufficio che tiene aggiornata la scheda',
    group: 'who',
    progress: true,
    reserved: true,
    unprinted: 'dice chi lavora nell’ente, non che cosa l’ente si impegna a fare',
  }),
  ownerPerson: field(
    chosenOne<PersonId>({
      from: 'people',
      none: 'Nessuna',
      gone: 'Una persona che non ha più un ruolo qui',
      max: 100,
    }),
    {
      label: 'Persona che tiene aggiornata la scheda',
      group: 'who',
      progress: true,
      reserved: true,
      unprinted: 'il nome di una persona non sta nei documenti',
    },
  ),
}

/** The parts of the form. */
export const entryGroups = {
  doing: { heading: 'Che cosa fa l’ente' },
  standing: { heading: 'A che punto è' },
  who: { heading: 'Chi se ne occupa' },
  money: { heading: 'Risorse, note e prove', folded: 'Risorse' },
  notes: { folded: 'Note' },
  proofs: { folded: 'Prove' },
} satisfies Record<string, FormGroup>

/** All that is written of one line, and who keeps it up to date. */
export const entryContentFields = { ...entryFields, ...keepingFields }
export const EntryContentSchema = schemaOf(entryContentFields)
export type EntryContent = ContentOf<typeof entryContentFields>
