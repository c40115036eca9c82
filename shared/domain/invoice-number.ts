/** How people read a place in a business's series of invoices: `AURORA-000123`. More than six digits stay whole. */
export const invoiceNumber = (slug: string, number: number): string =>
  `${slug.toUpperCase()}-${String(number).padStart(6, '0')}`;
