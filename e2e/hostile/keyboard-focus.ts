/** Who has the keyboard. */

/** Runs in the page: our search has the keyboard, unless the document took it when it came. */
export async function focusOurs(): Promise<void> {
  const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  await nextFrame();
  await nextFrame();
  const search = document.querySelector<HTMLElement>('#search');
  if (document.activeElement === document.body) search?.focus({ preventScroll: true });
} // prettier-ignore
