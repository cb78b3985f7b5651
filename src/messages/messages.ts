/**
 * Every user-visible sentence, by key, in ICU MessageFormat. `en/*.json` is the measure of keys; another
 * language is a folder of the same files and no code.
 */
import { setupI18n, type Messages } from '@lingui/core';
import app from './en/app.json';
import ccd from './en/ccd.json';
import type cda from './en/cda.json';
import type cdaEntries from './en/cda-entries.json';
import errors from './en/errors.json';
import list from './en/list.json';
import reader from './en/reader.json';
import renderers from './en/renderers.json';
import session from './en/session.json';
import ui from './en/ui.json';

const en = {
  ...app,
  ...ccd,
  ...errors,
  ...list,
  ...reader,
  ...renderers,
  ...session,
  ...ui,
};

export type MessageKey = keyof typeof en | keyof typeof cda | keyof typeof cdaEntries;
export type MessageValues = Readonly<Record<string, string | number | Date>>;

/** Sentences by key, compiled at build time. */
export type Catalogue = Messages;

const i18n = setupI18n();
let english: Catalogue = en;
let active: Catalogue = {};
activate('en', {});

/** Makes `language` active: its sentences, and the English ones where it has none. */
export function activate(language: string, sentences: Catalogue): void {
  active = sentences;
  i18n.loadAndActivate({ locale: language, messages: { ...english, ...active } });
}

/** English sentences that only some documents need, and that come with what shows those. */
export function addEnglish(sentences: Catalogue): void {
  english = { ...english, ...sentences };
  activate(i18n.locale, active);
}

/** The sentence for `key` in the active language, values filled in. */
export const t = (key: MessageKey, values?: MessageValues): string => i18n._(key, { ...values });

/** Day before month and the 24-hour clock: one way of writing that no reader of English takes for another. */
const formatLocales: Readonly<Record<string, string>> = { en: 'en-GB' };

/** BCP 47 tag of the active language, for Intl and `lang`. */
export const locale = (): string => formatLocales[i18n.locale] ?? i18n.locale;
