/** How long it is believed that an account is as it was. */
export const LOOK_AGAIN_MS = 24 * 3_600_000;

/** Two presses of one button within this time are one. */
export const DOUBLE_CLICK_MS = 2_000;
