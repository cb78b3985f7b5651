/**
 * Every user-visible sentence, by key, in ICU MessageFormat. `en/*.json` is the measure of keys; another
 * language is a folder of the same files and no code.
 */
import { setupI18n, type Messages } from '@lingui/core';
import app from './en/app.json';
import ccd from './en/ccd.json';
import cda from './en/cda.json';
import cdaEntries from './en/cda-entries.json';
import errors from './en/errors.json';
import list from './en/list.json';
import reader from './en/reader.json';
import renderers from './en/renderers.json';
import session from './en/session.json';
import ui from './en/ui.json';

const en = {
  ...app,
  ...ccd,
  ...cda,
  ...cdaEntries,
  ...errors,
  ...list,
  ...reader,
  ...renderers,
  ...session,
  ...ui,
};

export type MessageKey = keyof typeof en;
export type MessageValues = Readonly<Record<string, string | number | Date>>;

/** Sentences by key, compiled at build time. */
export type Catalogue = Messages;

const i18n = setupI18n();
activate('en', {});

/** Makes `language` active: its sentences, and the English ones where it has none. */
export function activate(language: string, sentences: Catalogue): void {
  i18n.loadAndActivate({ locale: language, messages: { ...en, ...sentences } });
}

/** The sentence for `key` in the active language, values filled in. */
export const t = (key: MessageKey, values?: MessageValues): string => i18n._(key, { ...values });

/** Day before month and the 24-hour clock: one way of writing that no reader of English takes for another. */
const formatLocales: Readonly<Record<string, string>> = { en: 'en-GB' };

/** BCP 47 tag of the active language, for Intl and `lang`. */
export const locale = (): string => formatLocales[i18n.locale] ?? i18n.locale;
