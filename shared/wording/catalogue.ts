import type { AccessWords } from './access-words.ts';
import type { AgreementWords } from './agreement-words.ts';
import type { BenefitWords } from './benefit-words.ts';
import type { BillingWords } from './billing-words.ts';
import type { CancellationWords } from './cancellation-words.ts';
import type { CheckoutWords } from './checkout-words.ts';
import type { EstimateWords } from './estimate-words.ts';
import type { ForecastWords } from './forecast-words.ts';
import type { InvoiceWords } from './invoice-words.ts';
import type { NewVersionWords } from './new-version-words.ts';
import type { PageWords } from './page-words.ts';
import type { PauseWords } from './pause-words.ts';
import type { PlanChangeWords } from './plan-change-words.ts';
import type { PlanWords } from './plan-words.ts';
import type { QuestionWords } from './question-words.ts';
import type { SharingWords } from './sharing-words.ts';
import type { StandingWords } from './standing-words.ts';
import type { StatementWords } from './statement-words.ts';
import type { TermsWords } from './terms-words.ts';

/** Everything a member reads, in one language. Every language has this shape. */
export interface Words {
  readonly access: AccessWords;
  readonly agreement: AgreementWords;
  readonly benefits: BenefitWords;
  readonly billing: BillingWords;
  readonly cancellation: CancellationWords;
  readonly checkout: CheckoutWords;
  readonly forecast: ForecastWords;
  readonly estimates: EstimateWords;
  readonly invoices: InvoiceWords;
  readonly newVersion: NewVersionWords;
  readonly page: PageWords;
  readonly pauses: PauseWords;
  readonly planChange: PlanChangeWords;
  readonly plans: PlanWords;
  readonly questions: QuestionWords;
  readonly sharing: SharingWords;
  readonly standing: StandingWords;
  readonly statement: StatementWords;
  readonly terms: TermsWords;
}
