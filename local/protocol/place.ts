/** Where the laptop pretends to be: the parts of an ARN. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

export const localPlace: Place = { account: '000000000000', region: 'eu-west-1' };
