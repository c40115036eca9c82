/** The business whose page this is: the first label of the host name, `aurora` of `aurora.regulars.example`. */
export const businessOf = (hostname: string): string => hostname.split('.')[0] ?? '';
