// SPDX-License-Identifier: AGPL-3.0-or-later

import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { viewerWho } from '../../../tests/factories/access.ts'
import { transparencyEntry } from '../../features/transparency/index.ts'
import { nobody, type Viewer } from '../../kernel/access.ts'
import { siteOf } from '../../main/site.ts'
import { Flash, wordsOf } from './flash.tsx'
import { Layout } from './layout.tsx'
import { dress } from './viewer.tsx'

const site = siteOf({ assets: '/assets/1', origin: 'https://timone.example' })
const render = (viewer: Viewer, publication?: { address: string; description: string }) =>
  renderToString(
    dress(
      <Layout site={site} title="Prova" section={transparencyEntry} {...(publication && { publication })}>
        <p>Testo</p>
      </Layout>,
      viewer,
    ),
  )
const menu = (html: string) => {
  const [, nav = ''] = /<nav class="t-nav"[^>]*>(.*?)<\/nav>/.exec(html) ?? []
  return [...nav.matchAll(/<a href="([^"]+)"[^>]*>([^<]+)/g)].map(([, href, label]) => `${label} ${href}`)
}
const published = { address: '/trasparenza/vallechiara', description: 'Il piano di "Vallechiara".' }

describe('the frame of a page', () => {
  it('shows who did not sign in the way in, and what everybody may read', () => {
    const html = render(nobody)
    expect(menu(html)).toEqual(['Trasparenza /trasparenza'])
    expect(html).toContain('<a class="t-account" href="/accesso">Entra</a>')
    expect(html).not.toContain('/uscita')
  })

  it.each([
    ['plan.read', ['Da fare /', 'Enti /enti', 'Gestioni associate /gestioni-associate', 'Trasparenza /trasparenza']],
    ['people.manage', ['Da fare /', 'Persone /persone', 'Trasparenza /trasparenza']],
    ['', ['Da fare /', 'Trasparenza /trasparenza']],
  ])('shows who may «%s» the parts that they may enter', (action, sections) => {
    const html = render(viewerWho((asked) => asked === action))
    expect(menu(html)).toEqual(sections)
    expect(html).toContain('Persona di prova</a>')
    expect(html).toContain('<form method="post" action="/uscita"><button type="submit">Esci</button>')
  })

  it('marks where one is, and lets everybody search', () => {
    const html = render(nobody)
    expect(html).toContain('<a href="/trasparenza" aria-current="true">')
    expect(html).toMatch(
      /<form action="\/cerca" method="get"[^>]*><label><span class="visually-hidden">Cerca<\/span><input[^>]* name="q"/,
    )
  })

  it('keeps search engines out of all that is not published', () => {
    const html = render(viewerWho())
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect(html).not.toContain('canonical')
  })

  it('says of what is published where it is and what it is, and is the same whoever asks', () => {
    const html = render(viewerWho(), published)
    expect(html).toBe(render(nobody, published))
    expect(html).toContain('<link rel="canonical" href="https://timone.example/trasparenza/vallechiara"/>')
    expect(html).toContain('<meta name="description" content="Il piano di &quot;Vallechiara&quot;."/>')
    expect(html).not.toMatch(/noindex|Persona di prova/)
  })
})

describe('what was just done', () => {
  const outcomes = { salvata: 'Scheda salvata.' }

  it('is said as a status', () => {
    expect(renderToString(<Flash outcomes={outcomes} outcome="salvata" />)).toMatch(
      /^<output id="esito" tabindex="-1" class="alert alert-success[^"]*">Scheda salvata\.<\/output>$/,
    )
  })

  it.each([undefined, 'altro', 'toString', '<b>'])('is not said for %s, whatever an address brings', (outcome) => {
    expect(wordsOf(outcomes, outcome)).toBeUndefined()
    expect(renderToString(<Flash outcomes={outcomes} outcome={outcome} />)).toMatch(/><\/output>$/)
  })
})
