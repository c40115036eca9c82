/** A pattern that AWS would refuse when the rule is deployed, in AWS's words. */
export class InvalidEventPatternException extends Error {
  constructor(reason: string) {
    super(`Event pattern is not valid. Reason: ${reason}`);
    this.name = 'InvalidEventPatternException';
  }
}
