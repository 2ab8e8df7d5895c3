// SPDX-License-Identifier: AGPL-3.0-or-later
import { administrationFields, officeFields, roleFields } from '../../administrations/index.ts'
import { anyField, fieldNames, fieldWords } from '../../records/index.ts'
import { ficheOf, gridOf, textCell } from '../content/content.ts'
import { recordColumns } from '../content/record-columns.ts'
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
  const columns = recordColumns(roleFields, { role: { width: 36 }, holder: { width: 34 }, act: { width: 30 } })
  return [gridOf({ id: 'organizzazione-ruoli', caption: 'Ruoli e atti di nomina', columns }, roles)]
}

function officesTable({ offices = [] }: DocumentSource['profile']): readonly Block[] {
  if (offices.length === 0) return []
  return [
    gridOf(
      {
        id: 'organizzazione-uffici',
        caption: 'Uffici che attuano il piano',
        columns: recordColumns(officeFields, { name: { width: 36 }, description: { width: 64 } }),
      },
      offices,
    ),
  ]
}
