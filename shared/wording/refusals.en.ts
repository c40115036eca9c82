import { formatDate, numberWord } from './format.ts';
import type { RefusalSentences } from './refusal-sentences.ts';

const daysEn = (days: number): string => (days === 1 ? 'one day' : `${numberWord(days, 'en')} days`);

export const refusalsEn: RefusalSentences = {
  internal_error: 'Something went wrong on our side. Please try again in a moment.',
  malformed_request: 'Some of what was entered cannot be used. Please check the marked fields and send it again.',
  body_too_large: 'That is more text than can be saved at once. Please shorten it and send it again.',
  not_signed_in: 'You are not signed in. Please sign in and try again.',
  not_found: 'This could not be found. Please check the address, or go back and choose again.',
  not_permitted: 'Your role does not include this. Please ask the owner or a manager.',
  conflicting_change: 'Somebody else changed this in the meantime. Please look at the new version and try again.',
  idempotency_key_missing: 'The page sent this without a request number. Please reload the page and try again.',
  idempotency_key_reused: 'This was already sent with other values. Please reload the page and try again.',
  try_again_later: 'This could not be finished just now. Please try again in a minute.',
  too_many_requests: 'That was too many tries in a short time. Please wait a minute and try again.',
  sign_in_failed: 'E-mail and password do not match. Please check both, or choose “Forgot Password”.',
  sign_in_locked:
    'There were too many tries with a wrong password. Please wait a few minutes, or choose “Forgot Password”.',
  session_ended: 'You have been signed out. Please sign in again.',
  password_too_weak: 'This password is too easy to guess. Please choose one with at least 12 characters.',
  link_not_valid: 'This link is not complete. Please open it again from the e-mail, or ask for a new one.',
  link_expired: 'This link has expired. Please ask for a fresh one.',
  link_used: 'This link has already been used. Please sign in, or ask for a fresh one.',
  slug_taken: 'This address is already taken. Please choose another one.',
  email_missing: 'There is no e-mail address on this profile. Please add one first.',
  plan_incomplete:
    'The plan is missing something. It needs a tier, a monthly benefit, a visit allowance and a renewal.',
  visit_allowance_mismatch: ({ stated, included }) =>
    stated === undefined || included === undefined
      ? 'The visit allowance does not match the benefits. Please correct one of them.'
      : `The visit allowance says ${stated}, but the benefits add up to ${included}. Please correct one of them.`,
  rollover_cap_too_low:
    'A benefit keeps fewer unused visits or less money than one period gives. Please raise what can be there in all.',
  plan_not_offered: 'This plan is no longer on offer. Please choose another one.',
  no_earlier_version: 'This plan has one version only. Publish a new one first, then members can be moved to it.',
  versions_too_different:
    'The new version has other bill dates, another term or a longer minimum time than all versions before it. Members cannot be moved to it; they can change to another plan one by one.',
  move_day_out_of_range: ({ earliest, latest }) =>
    typeof earliest === 'string' && typeof latest === 'string'
      ? `Please choose a day from ${formatDate(earliest, 'en')} to ${formatDate(latest, 'en')}: members are told weeks before they pay more or get less.`
      : 'This day is out of range. Please choose another one.',
  migration_at_work: 'Members of this plan are being moved at this moment. Please wait until that is done.',
  migration_waits:
    'Members of this plan still wait for an earlier new version. Please call that off first, or wait until its last bill.',
  migration_over: 'There is nothing left to call off: nobody waits for this version any more.',
  service_unknown: 'One of the services is not in the catalogue. Please add it there first, or choose another one.',
  currency_mismatch: ({ currency }) =>
    typeof currency === 'string'
      ? `The business bills in ${currency}. Please enter the amount in that currency.`
      : 'The amount is in another currency than the business bills in. Please correct it.',
  already_enrolled: 'This client already has a membership of this plan. Please open that one instead.',
  day_in_the_future: 'This day is still to come. Please choose today or an earlier day.',
  start_out_of_range: ({ earliest, latest }) =>
    typeof earliest === 'string' && typeof latest === 'string'
      ? `This date is out of range. Please choose one from ${formatDate(earliest, 'en')} to ${formatDate(latest, 'en')}.`
      : 'This date is out of range. Please choose another one.',
  membership_not_running:
    'This membership does not go on: it is paused, waits for a payment, or has an end. Look at its status, or enrol the client again.',
  pause_not_yet:
    'This membership has not begun yet, or its first bill is not paid. It can be paused once that is done.',
  pause_payment_open: 'A payment is open. Once it is paid, the membership can be paused.',
  already_paused: 'This membership is paused already, or is about to be. Please change that pause instead.',
  not_paused: 'This membership is not paused. Please look at its status.',
  pause_of_closure:
    'The salon is closed on these days, and your membership rests until it opens again. If you have a question about it, please ask the salon.',
  closure_days_out_of_range: ({ earliest, latest }) =>
    typeof earliest === 'string' && typeof latest === 'string'
      ? `Please choose a first day from ${formatDate(earliest, 'en')} to ${formatDate(latest, 'en')}, and a last day that is not before it and less than a year after it.`
      : 'These days are out of range. Please choose others.',
  closure_planned:
    'A closure is planned already or still runs. Please take that one back first, or wait until it is over.',
  closure_has_begun: 'The closure has begun and cannot be taken back. You can resume memberships one by one.',
  pause_cancel_pending:
    'This membership is cancelled and ends on a known day. To pause it, take the cancellation back first.',
  pause_last_period:
    'This membership ends with the period that is paid. There is no bill left that a pause could move.',
  pause_too_short: ({ days }) =>
    typeof days === 'number'
      ? `That pause is too short: it takes ${daysEn(days)} at least. Please choose a later last day.`
      : 'That pause is too short. Please choose a later last day.',
  pause_too_long: ({ days }) =>
    typeof days === 'number'
      ? `That pause is too long: it takes ${daysEn(days)} at most. Please choose an earlier last day.`
      : 'That pause is too long. Please choose an earlier last day.',
  pause_too_often: ({ times }) =>
    typeof times === 'number'
      ? `This membership was paused ${times === 1 ? 'once' : `${numberWord(times, 'en')} times`} within a year, which is as often as it can be. Please ask the salon.`
      : 'This membership was paused as often as it can be within a year. Please ask the salon.',
  pause_switched_off: 'Memberships are paused at the salon. Please ask there.',
  membership_paused: 'This membership is paused. Resume it first, or wait until the pause is over.',
  not_due_yet: ({ from }) =>
    typeof from === 'string'
      ? `The next period cannot be paid yet. It can be from ${formatDate(from, 'en')} on.`
      : 'The next period cannot be paid yet. Please try again closer to the bill date.',
  undo_too_late:
    'A visit can be given back on the day on which it was used. Later, please ask a manager to correct the balance.',
  insufficient_credit: ({ available }) =>
    typeof available === 'number' && available > 0
      ? `There is not enough left: only ${numberWord(available, 'en')} can be used today. Please take less, or charge the rest.`
      : 'There is nothing left for this service. Please charge it, or choose another service.',
  credit_expired: 'What was left for this service has passed its last day. Please charge it, or ask a manager.',
  credit_frozen:
    'The benefits rest while the membership is paused or a payment is open. Please settle that first, or charge the service.',
  service_not_covered: 'The membership does not include this service. Please charge it, or choose another service.',
  credit_closed: 'This credit expired more than four weeks ago. Please give a new one instead.',
  already_undone: 'This visit has already been given back. There is nothing more to do.',
  not_a_redemption: 'Only a used visit can be given back. Please choose another line.',
  adjustment_without_change:
    'This is the number that is already there. Please enter another one, or leave it as it is.',
  approval_needed: ({ visits, most }) =>
    typeof visits === 'number'
      ? `By hand you can change ${numberWord(visits, 'en')} ${visits === 1 ? 'visit' : 'visits'} at once at most. Please ask the owner to do this.`
      : typeof most === 'string'
        ? `By hand you can change ${most} at once at most. Please ask the owner to do this.`
        : 'This is more than you can change by hand at once. Please ask the owner to do this.',
  colour_unreadable: 'White text cannot be read on this colour. Please choose a darker shade.',
  upload_missing: 'The file did not arrive. Please choose it again.',
  upload_wrong_type:
    'This file is of a kind that cannot be used here. Please choose a PNG, JPEG or WebP picture for a logo, or a PDF for a document.',
  staff_already_invited: 'This person already works here or is invited. Please look for them in the list.',
  last_owner: 'This is the only owner. Please make somebody else an owner first.',
  payments_not_connected:
    'Card payments are not set up here yet. Please pay at the salon; the owner can set them up under Settings.',
  payment_in_progress: 'A payment is being taken at this moment. Please wait a minute and look again.',
  too_many_attempts: 'This card has been tried too often for now. Please use another card, or try again tomorrow.',
  no_card_on_file: 'There is no card on file. Please add one first.',
  account_credit_too_low: 'There is not enough account credit for this. Please take a smaller amount.',
  pay_later_disabled: 'This client pays by card for everything. Please choose payment by card.',
  not_an_open_invoice: 'This invoice is not open any more. Please look at its newest state.',
  not_a_paid_invoice:
    'This invoice is not paid, so there is nothing to refund and no receipt. Please choose another one.',
  refund_not_refused: 'This refund is not waiting for anybody any more. Please look at the invoice again.',
  refund_too_high: ({ most }) =>
    typeof most === 'string'
      ? `More than was paid cannot be given back. ${most} is left of this payment.`
      : 'More than was paid cannot be given back. Please enter a smaller amount.',
  estimate_day_out_of_range: ({ earliest, latest }) =>
    typeof earliest === 'string' && typeof latest === 'string'
      ? `An estimate can hold from ${formatDate(earliest, 'en')} to ${formatDate(latest, 'en')}. Please choose another last day.`
      : 'An estimate cannot hold until that day. Please choose another one.',
  estimate_not_open: 'This estimate was answered, withdrawn or replaced meanwhile. Please look at its newest state.',
  estimate_expired: ({ validUntil }) =>
    typeof validUntil === 'string'
      ? `This estimate was valid until ${formatDate(validUntil, 'en')}. A new one is needed.`
      : 'This estimate is not valid any more. A new one is needed.',
  estimate_invoiced: 'There is an invoice for this estimate already. Please open that one.',
  estimate_tax_changed:
    'The tax has changed since this estimate was written, so its amounts cannot be billed. Please write a new version.',
  needs_payment_page: 'This invoice is paid on the payment page or at the salon. Please choose one of them.',
  checkout_not_finished: 'The payment page was not finished. Please open it again and complete it.',
  cannot_be_cancelled: 'This membership has already ended or is about to. There is nothing to cancel.',
  self_service_off: 'Your salon does this for you. Please call or write to them.',
  not_cancelled: 'Nobody has cancelled this membership, so there is no reason to note. Please cancel it first.',
  cancel_date_out_of_range: ({ earliest, latest }) =>
    typeof earliest === 'string' && typeof latest === 'string'
      ? `This last day is out of range. Please choose one from ${formatDate(earliest, 'en')} to ${formatDate(latest, 'en')}.`
      : 'This last day is out of range. Please choose another one.',
  terms_changed: 'The terms or the amounts have changed since you opened this page. Please read them again and agree.',
  transfer_not_allowed:
    'This credit cannot be passed on. Only visits of a plan that allows it can; see the plan’s rules.',
  transfer_limit: ({ left }) =>
    typeof left === 'number' && left > 0
      ? `Only ${left} more can be passed on in this period. Please choose fewer.`
      : 'As many as the plan allows were passed on in this period. Please wait for the next one.',
  transfer_used: 'Some of it has been used already, so it cannot be taken back. Please agree on it with both clients.',
  not_a_transfer: 'Only visits that were passed on can be taken back. Please choose another line.',
  sharing_not_allowed: 'This membership cannot be shared with this person. Please see the plan’s rules.',
  sharing_full: ({ most }) =>
    typeof most === 'number'
      ? `This membership can be shared with ${most} at most. Please remove somebody first.`
      : 'This membership is shared with as many as it allows. Please remove somebody first.',
  sharing_limit: ({ left }) =>
    typeof left === 'number' && left > 0
      ? `Only ${left} more can be used by this person in this period. Please use fewer.`
      : 'This person has used all they may in this period. Please charge for the visit, or wait for the next period.',
  already_sharing: 'This membership is shared with this person already. There is nothing to do.',
  balance_changed:
    'Your balance has changed since this page was opened. Please look at the new numbers; what you wrote is still here.',
  too_many_questions:
    'Some of your questions wait for an answer already. Please add to one of them, or call if it is urgent.',
  question_full: 'This conversation has become very long. Please begin a new one.',
  question_closed: 'This question is closed. Please reopen it first.',
  question_unanswered:
    'The client has no answer yet. Please write a line first, even if it only says that you have spoken.',
  question_not_closed: 'This question is not closed. Please go on where it is.',
  colleague_cannot_answer: 'This colleague cannot answer questions. Please choose somebody else.',
  same_plan: 'The membership is on this plan already. Please choose another one.',
  payment_open:
    'A payment of this membership is still open. Please settle it first; after that the plan can be changed.',
  membership_ending: ({ lastDay }) =>
    typeof lastDay === 'string'
      ? `The membership ends on ${formatDate(lastDay, 'en')}. To change the plan, please take the cancellation back first, or join the other plan afterwards.`
      : 'The membership is about to end. To change the plan, please take the cancellation back first, or join the other plan afterwards.',
  within_commitment: ({ until }) =>
    typeof until === 'string'
      ? `The plan was agreed until ${formatDate(until, 'en')}. Until then, please choose a plan that does not cost less.`
      : 'The plan was agreed for a time that is not over. Until then, please choose a plan that does not cost less.',
  change_only_next_period: 'This change cannot begin today. Please let it begin with the next bill.',
  no_pending_change: 'No change of plan is waiting. Please look at the membership’s newest state.',
  quote_expired: 'These amounts held for 15 minutes. Please look at the newest ones and confirm again.',
  quote_outdated:
    'Something has changed since these amounts were shown. Please look at the newest ones and confirm again.',
  paid_at_the_desk:
    'This membership is paid at the salon. To begin today, please ask them; with the next bill, you can change it here.',
};
