// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate } from '../../../kernel/dates.ts'
import { type Act, administrationFields } from '../../administrations/index.ts'
import { anyField, fieldNames, fieldWords } from '../../records/index.ts'
import { ficheOf, gridOf, paragraphs, textCell } from '../content.ts'
import { narrativeFromMarkdown } from '../markdown/narrative.ts'
import type { Block, Section } from '../model.ts'
import type { DocumentSource } from './source.ts'

/** Who the body is, how it is organised for the digital transition, who answers for what and by which act. */
export function organisation({ profile }: DocumentSource): Section {
  const id = 'organizzazione'
  const narrative = narrativeFromMarkdown(profile.plan.narrative?.organisation ?? '', id)
  return {
    id,
    title: 'L’organizzazione per la transizione digitale',
    blocks: [administrationCard(profile), ...narrative.blocks, ...rolesTable(profile), ...officesTable(profile)],
    sections: narrative.sections,
  }
}

function administrationCard({ administration }: DocumentSource['profile']): Block {
  const facts = fieldNames(administrationFields).map((name) => {
    const { label, heading } = anyField(administrationFields, name)
    return [heading?.card ?? label, textCell(fieldWords(administrationFields, name, administration))] as const
  })
  return ficheOf('organizzazione-ente', 'L’ente', facts)
}

function rolesTable({ roles = [] }: DocumentSource['profile']): readonly Block[] {
  if (roles.length === 0) return []
  const columns = [
    { heading: 'Ruolo', width: 36, cell: ({ role }: { role: string }) => textCell(role) },
    { heading: 'Ricoperto da', width: 34, cell: ({ holder }: { holder: string }) => textCell(holder) },
    { heading: 'Atto', width: 30, cell: ({ act }: { act?: Act | undefined }) => textCell(act ? actWords(act) : '') },
  ]
  return [gridOf({ id: 'organizzazione-ruoli', caption: 'Ruoli e atti di nomina', columns }, roles)]
}

const actWords = ({ body, number, date }: Act): string => `${body}, atto n. ${number} del ${formatDate(date)}`

function officesTable({ offices = [] }: DocumentSource['profile']): readonly Block[] {
  if (offices.length === 0) return []
  return [
    gridOf(
      {
        id: 'organizzazione-uffici',
        caption: 'Uffici che attuano il piano',
        columns: [
          { heading: 'Ufficio', width: 36, cell: ({ name }) => textCell(name) },
          { heading: 'Che cosa fa', width: 64, cell: ({ description }) => paragraphs(description) },
        ],
      },
      offices,
    ),
  ]
}
