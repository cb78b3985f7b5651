/** Above this, a person is asked before more is fetched: on a slow line it is minutes, on a small machine the tab. */
export const askAbove = 50_000_000;

/** A document above this could end the tab, and the charts in other tabs with it: it is refused in words. */
export const refuseAbove = 200_000_000;
