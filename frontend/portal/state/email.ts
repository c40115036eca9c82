import { Email } from '../../../shared/domain/text.ts';

/** True for what the API takes as an e-mail address. */
export const isEmail = (typed: string | undefined): boolean => Email.safeParse(typed ?? '').success;
