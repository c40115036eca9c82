/** Milliseconds since 1970, for the few entries whose event carries no time: an operator's call, Cognito's triggers. */
export const now = (): number => Date.now();
