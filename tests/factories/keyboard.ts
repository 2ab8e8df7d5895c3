// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { findOverflow, findViolations } from '../accessibility/page-faults.ts'

type Name = string | RegExp
type Role = Parameters<Page['getByRole']>[0]

/** After this many presses of the Tab key a control counts as unreachable. */
const patience = 1500

/** Tells why people cannot see which control has the focus; undefined when they can. */
const unseenFocus = `(() => {
  const control = document.activeElement
  const { left, top, width, height } = control.getBoundingClientRect()
  if (width < 2 || height < 2) return 'it has no size'
  const style = getComputedStyle(control)
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
  if (!outlined && style.boxShadow === 'none') return 'it has neither an outline nor a shadow'
  if (parseFloat(style.opacity) < 0.5) return 'it is transparent'
  const middle = document.elementFromPoint(left + Math.min(width, 40) / 2, top + Math.min(height, 40) / 2)
  if (middle && !middle.contains(control) && !control.contains(middle)) return 'it is covered by ' + middle.className
  if (top + height <= 0 || left + width <= 0 || top >= innerHeight || left >= innerWidth) return 'it is out of sight'
})()`

/** The label of a field on the page; required fields say so. */
const labelled = (name: Name): RegExp =>
  typeof name === 'string' ? new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\(obbligatorio\\))?$`) : name

/**
 * A person with a browser and no mouse. They reach each control by the Tab key, know it by the name that a screen
 * reader says, and must see the focus. Each page they reach is checked for faults.
 * @param faults receives the faults of the pages
 * @param scripts whether the browser runs the pages' scripts
 */
export async function openKeyboard(browser: Browser, address: string, faults: string[], scripts = true) {
  const context = await browser.newContext({ javaScriptEnabled: scripts, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const { keyboard } = page
  const where = () =>
    page
      .url()
      .slice(address.length)
      .replace(/\/(primo-accesso|invito)\/.*/, '/$1/…')
  page.on('console', (message) => void faults.push(`${where()}: console: ${message.text()}`))
  page.on('pageerror', (error) => void faults.push(`${where()}: script: ${error.message}`))

  const look = async () => {
    // Without scripts axe cannot run; what there is to see is the same.
    if (!scripts) return
    for (const violation of await findViolations(page)) faults.push(`${where()}: ${violation}`)
    const overflow = await findOverflow(page)
    if (overflow > 0) faults.push(`${where()}: ${overflow} pixels too wide`)
  }
  /** Marks the wanted control in the page, so that each press of a key need not search for it again. */
  const mark = (target: Locator) => target.evaluateAll((found) => void Object.assign(globalThis, { wanted: found }))
  const isFocused = () => page.evaluate<boolean>('wanted.includes(document.activeElement)')

  /** Tabs to a control: the first one of that name after the present focus. */
  const reach = async (target: Locator, what: string, key = 'Tab'): Promise<void> => {
    if ((await target.count()) === 0) {
      throw new Error(`${where()} has no ${what}. Its controls: ${(await controls()).slice(0, 50).join(' · ')}`)
    }
    await mark(target)
    for (let pressed = 0; pressed < patience && !(await isFocused()); pressed++) await keyboard.press(key)
    if (!(await isFocused())) throw new Error(`${where()}: the keyboard does not reach ${what}`)
    const unseen = await page.evaluate<string | undefined>(unseenFocus)
    if (unseen) faults.push(`${where()}: ${what} has the focus and it is not seen: ${unseen}`)
  }
  const controls = () =>
    page
      .locator('a[href], button, input:not([type=hidden]), select, textarea, summary')
      .evaluateAll((found) => found.map((one) => `${one.localName} ${(one.textContent || one.id).trim().slice(0, 60)}`))
  const to = (role: Role, name: Name, key?: string) =>
    reach(page.getByRole(role, { name, exact: true }), `${role} «${name}»`, key)

  /** Does something that leads to another page, and checks that page. */
  const leave = async (key = 'Enter'): Promise<void> => {
    const before = page.url()
    const [response] = await Promise.all([
      page.waitForEvent('domcontentloaded', { timeout: 45_000 }),
      keyboard.press(key),
    ])
    await response.waitForLoadState()
    const heading = await page.locator('.t-error-page, h1').first().textContent()
    if (/non trovata|non consentit|errore del server/i.test(heading ?? '')) {
      throw new Error(`from ${before} to ${page.url()}: ${heading}`)
    }
    await look()
  }

  return {
    page,
    where,
    reach,
    look,
    /** Types an address into the browser. */
    async open(url: string): Promise<void> {
      await page.goto(new URL(url, address).href)
      await look()
    },
    /** Follows a link, with the Enter key. */
    async follow(name: Name): Promise<void> {
      await to('link', name)
      await leave()
    },
    /** Presses a button that sends a form. */
    async send(name: Name): Promise<void> {
      await to('button', name)
      await leave()
    },
    /** Presses a button that does something in the page. */
    async press(name: Name, key = 'Enter'): Promise<void> {
      await to('button', name)
      await keyboard.press(key)
    },
    /** Writes over what a text field holds. */
    async type(label: Name, text: string): Promise<void> {
      await reach(page.getByLabel(labelled(label)), `field «${label}»`)
      await keyboard.press('Control+A')
      await keyboard.insertText(text)
    },
    /** Chooses from a list, with the arrows. */
    async choose(label: Name, option: Name, within = page.locator('main')): Promise<void> {
      const list = within.getByLabel(labelled(label))
      await reach(list, `list «${label}»`)
      const options = await list.locator('option').allTextContents()
      const isWanted = (words: string) => (typeof option === 'string' ? words.trim() === option : option.test(words))
      const wanted = options.findIndex(isWanted)
      if (wanted < 0) throw new Error(`${where()}: «${label}» has no ${option}, but ${options.join(' · ')}`)
      await keyboard.press('Home')
      for (let step = 0; step < wanted; step++) await keyboard.press('ArrowDown')
      const chosen = await list.locator('option:checked').textContent()
      if (!isWanted(chosen ?? '')) throw new Error(`${where()}: the arrows chose «${chosen}» of «${label}»`)
    },
    /** Ticks a box or a radio button, with the space bar. */
    async tick(role: 'checkbox' | 'radio', name: Name): Promise<void> {
      await to(role, name)
      await keyboard.press('Space')
      if (!(await page.getByRole(role, { name, exact: true }).isChecked())) {
        throw new Error(`${where()}: ${name} is not ticked`)
      }
    },
    /** Answers every question of a page that has no answer yet, with the one before «not known». */
    async answerAll(): Promise<number> {
      const open = page.locator('main input[type=radio][value=""]:checked').filter({ visible: true })
      const names = await open.evaluateAll((found) => found.map((one) => (one as never as { name: string }).name))
      for (const name of names) {
        await reach(page.locator(`input[type=radio][name="${name}"]`), `the answers of ${name}`)
        await keyboard.press('ArrowUp')
      }
      return names.length
    },
    /** Goes to a file field and chooses a file. */
    async attach(label: Name, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
      const control = page.getByLabel(labelled(label))
      await reach(control, `file «${label}»`)
      await control.setInputFiles(file)
    },
    /** Follows a link to a file. */
    async download(name: Name): Promise<Buffer> {
      await to('link', name)
      const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')])
      return readFileSync(await download.path())
    },
    /** Opens a folded part. */
    async unfold(words: Name): Promise<void> {
      const summary = page.locator('summary').filter({ hasText: words })
      await reach(summary.first(), `summary «${words}»`)
      await keyboard.press('Enter')
    },
    /** The text of the page's main part. */
    text: async () => ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' '),
    close: () => context.close(),
  }
}

/** A person without a mouse. */
export type Keyboard = Awaited<ReturnType<typeof openKeyboard>>
