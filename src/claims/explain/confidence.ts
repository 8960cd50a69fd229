/** From this confidence on, a cause is stated as the likely one, and below it as a possible one. */
export const CONFIDENT = 0.9;
