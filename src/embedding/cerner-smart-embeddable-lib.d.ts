/** Has no types of its own. Imported for what it does: it hides the page, shakes hands with its parent, shows it. */
declare module 'cerner-smart-embeddable-lib';
