/** All hostile HTML documents; each class says what it is. */
import type { HostileCase } from './hostile-case.ts';
import { clobbering } from './html/clobbering.ts';
import { components } from './html/components.ts';
import { cssAddresses } from './html/css-addresses.ts';
import { cssRules } from './html/css-rules.ts';
import { drawings } from './html/drawings.ts';
import { embedding } from './html/embedding.ts';
import { encoding } from './html/encoding.ts';
import { growth } from './html/growth.ts';
import { handlers } from './html/handlers.ts';
import { hints } from './html/hints.ts';
import { images } from './html/images.ts';
import { input } from './html/input.ts';
import { markup } from './html/markup.ts';
import { mutation } from './html/mutation.ts';
import { navigation } from './html/navigation.ts';
import { phishing } from './html/phishing.ts';
import { redress } from './html/redress.ts';
import { restyle } from './html/restyle.ts';
import { script } from './html/script.ts';

export const htmlCases: readonly HostileCase[] = [
  ...script,
  ...handlers,
  ...mutation,
  ...images,
  ...drawings,
  ...cssAddresses,
  ...cssRules,
  ...hints,
  ...navigation,
  ...redress,
  ...restyle,
  ...clobbering,
  ...phishing,
  ...input,
  ...embedding,
  ...encoding,
  ...growth,
  ...markup,
  ...components,
];

/** The names of the classes, in the order of the cases. */
export const htmlClasses: readonly string[] = [...new Set(htmlCases.map((one) => one.class))];

export const casesOf = (name: string): readonly HostileCase[] =>
  htmlCases.filter((one) => one.class === name);
