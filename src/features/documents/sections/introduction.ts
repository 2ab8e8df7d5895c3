// SPDX-License-Identifier: AGPL-3.0-or-later
import { paragraph } from '../content/content.ts'
import { narrativeFromMarkdown } from '../markdown/narrative.ts'
import type { Block, Section } from '../model.ts'
import type { DocumentSource } from './source.ts'

/** The body's introduction; when it has none, what the plan is and which law asks for it. */
export function introduction({ profile, tailored }: DocumentSource): Section {
  const id = 'introduzione'
  const written = profile.plan.narrative?.introduction
  const content = written ? narrativeFromMarkdown(written, id) : { blocks: standard(profile, tailored), sections: [] }
  return { id, title: 'Introduzione', ...content }
}

const standard = (
  { administration, plan }: DocumentSource['profile'],
  { edition }: DocumentSource['tailored'],
): readonly Block[] => [
  paragraph(
    'Il piano triennale per l’informatica dice che cosa fa l’ente per offrire servizi digitali semplici, sicuri e ',
    'accessibili, chi se ne occupa, con quali risorse e in quali tempi. Questo è il piano, per il triennio ',
    `${plan.triennium}, dell’ente ${administration.name}.`,
  ),
  paragraph(
    `Il riferimento è «${edition.title}», che l’Agenzia per l’Italia Digitale (AgID) predispone in base all’art. 14-bis `,
    'del Codice dell’amministrazione digitale (CAD, d.lgs. 82/2005): fissa obiettivi, risultati attesi e linee d’azione ',
    'per tutte le amministrazioni, e ciascuna le porta nella propria programmazione. Anche la legge di stabilità 2016 ',
    '(legge 208/2015, art. 1, commi 513 e seguenti) lega al piano nazionale gli acquisti di beni e servizi informatici.',
  ),
  paragraph(
    'L’attuazione è affidata all’ufficio e al responsabile per la transizione digitale (RTD) che ogni amministrazione ',
    'individua in base all’art. 17 del CAD. Il piano si aggiorna ogni anno, con quanto è stato fatto e con le novità ',
    'del piano nazionale.',
  ),
]
