// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatNumber } from '../../../kernel/money.ts'
import { DescriptionList, type Fact } from '../../../ui/description-list.tsx'
import { Layout } from '../../../ui/page/layout.tsx'
import { type PrintedTools, RecordTable } from '../../records/index.ts'
import { administrationPaths } from '../addresses.ts'
import { administrationsEntry, type BodySite } from '../menu.ts'
import { kindLabel } from '../model.ts'
import type { AdministrationSheet, Association } from '../readers.ts'
import { officeFields } from '../records/office-fields.ts'
import { roleFields } from '../records/role-fields.ts'
import { BodyActions } from './body-actions.tsx'
import { DemonstrationNotice } from './demonstration-notice.tsx'
import { FactsPanel } from './facts-panel.tsx'
import { PlanCards } from './plan-cards.tsx'

/** The body's records have no long texts and no files. */
const tools: PrintedTools = { richText: (text) => text, file: (_, label) => label }

/** The page of one body: its details, plans, people and facts. */
export function AdministrationPage({ site, sheet }: { site: BodySite; sheet: AdministrationSheet }) {
  const { administration, associations, offices, roles, plans, known } = sheet
  const { name, kind, province, region, population, cadastralCode, istatCode, ipaCode } = administration
  return (
    <Layout
      site={site}
      section={administrationsEntry}
      title={name}
      trail={[{ label: 'Enti', href: administrationPaths.administrations({}) }, { label: name }]}
    >
      <div class="t-heading">
        <p class="t-eyebrow">{kindLabel[kind]}</p>
        <h1>{name}</h1>
      </div>
      {administration.demonstration && <DemonstrationNotice />}
      <div class="t-sides">
        <section aria-labelledby="piani">
          <h2 id="piani">Piani triennali</h2>
          <PlanCards slug={administration.slug} plans={plans} links={site.planLinks} />
          <BodyActions slug={administration.slug} links={site.bodyLinks} />
        </section>
        <section class="t-panel" aria-labelledby="ente">
          <h2 id="ente" class="h4">
            L’ente
          </h2>
          <DescriptionList
            facts={[
              ['Abitanti', population === undefined ? undefined : formatNumber(population)],
              ['Provincia', province],
              ['Regione', region],
              ...associations.map((association): Fact => ['Gestione associata', <AssociationLink {...association} />]),
              ['Codice catastale', cadastralCode],
              ['Codice ISTAT', istatCode],
              ['Codice IPA', ipaCode],
            ]}
          />
        </section>
      </div>
      {roles.length > 0 && (
        <section aria-labelledby="ruoli">
          <h2 id="ruoli">Chi guida la transizione digitale</h2>
          <RecordTable caption="Ruoli della transizione digitale" fields={roleFields} rows={roles} tools={tools} />
        </section>
      )}
      {offices.length > 0 && (
        <section aria-labelledby="uffici">
          <h2 id="uffici">Uffici</h2>
          <RecordTable caption="Uffici dell’ente" fields={officeFields} rows={offices} tools={tools} />
        </section>
      )}
      <FactsPanel facts={administration.facts} known={known} tools={tools} />
    </Layout>
  )
}

const AssociationLink = ({ slug, name }: Association) => (
  <a href={administrationPaths.association({ association: slug })}>{name}</a>
)
