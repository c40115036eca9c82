/** The least length of a password; the same as the contract’s `Password`, to which a test holds it. */
export const leastPassword = 12;

/** What is wrong with a new password before it is sent; the API decides about the rest. */
export const isTooShort = (password: string): boolean => password.length < leastPassword;
