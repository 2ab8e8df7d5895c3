// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { Alert } from '../../../../ui/alert.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { cataloguePaths } from '../../addresses.ts'
import { dutiesOn } from '../../applicability/law.ts'
import { lawOnLine } from '../../duties/views/law-on-line.tsx'
import { describeTiming, editionName, titleOf } from '../../line-words.ts'
import { editionsEntry } from '../../menu.ts'
import type { ActionLine, Edition } from '../../model.ts'
import type { LineCompletion } from '../completion.ts'
import { LineReset, resetQuestion } from './line-reset.tsx'
import { LineWordsForm, lineLabels } from './line-words-form.tsx'

type EditionLinePageProps = {
  readonly site: Site
  readonly edition: Edition
  readonly line: ActionLine
  /** What was written of it by hand; absent: nothing. */
  readonly written: LineCompletion | undefined
  readonly base: string
  readonly refusal?: Refusal | undefined
}

/** The page of a line of an edition: what AgID prints, here and before, and the form for what people write of it. */
export function EditionLinePage({ site, edition, line, written, base, refusal }: EditionLinePageProps) {
  const { id } = edition
  const { code, toConfirm, officialText } = line
  const address = cataloguePaths.editionLine({ edition: id, code })
  return (
    <Layout
      site={site}
      section={editionsEntry}
      title={refusal ? `Errore: ${code}` : code}
      trail={[
        { label: editionsEntry.label, href: cataloguePaths.editions({}) },
        { label: editionName(id), href: cataloguePaths.edition({ edition: id }) },
        { label: code },
      ]}
    >
      {refusal && <ErrorSummary {...refusal} labels={{ ...lineLabels, riporta: resetQuestion }} />}
      <div class="t-heading">
        <p class="t-eyebrow">{code}</p>
        <h1>{titleOf(line)}</h1>
      </div>
      {toConfirm && (
        <Alert tone="warning">
          Regola, titolo e sintesi vengono dall’edizione {editionName(toConfirm.edition)}. AgID ha cambiato il testo:
          confrontare i due testi, correggere se serve e confermare.
        </Alert>
      )}
      <DescriptionList
        facts={[
          ['Quando, come stampato', describeTiming(line)],
          lawOnLine(line, dutiesOn(edition, code)),
          [`Testo di AgID, ${editionName(id)}`, officialText ?? notImported],
          ...(toConfirm
            ? [[`Testo di AgID, ${editionName(toConfirm.edition)}`, toConfirm.officialText ?? notImported] as const]
            : []),
        ]}
      />
      <LineWordsForm
        action={address}
        line={line}
        base={base}
        refusal={written && isReset(refusal) ? undefined : refusal}
      />
      {written && (
        <LineReset
          action={cataloguePaths.editionLineReset({ edition: id, code })}
          written={written}
          refusal={isReset(refusal) ? refusal : undefined}
        />
      )}
    </Layout>
  )
}

/** Whether it is the other form of the page that was refused. */
const isReset = (refusal: Refusal | undefined): boolean =>
  refusal?.problems.some(({ place }) => place === 'riporta') === true

const notImported = 'Non è stato importato. Lo carica il comando «timone catalogue import».'
